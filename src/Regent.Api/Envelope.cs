using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Regent.Api;

/// <summary>
/// What one of the two APIs puts its answers into: headers for each of them, and a body of its form for every no, whoever says it:
/// routing, the authorization gate, a handler, or something that broke.
/// </summary>
internal abstract class Envelope
{
    public static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Whether a request whose address was read is for this API.</summary>
    public abstract bool IsFor(HttpContext context);

    /// <summary>Begins the answer to a request that just came in.</summary>
    public void Open(HttpContext context)
    {
        context.Features.Set(this);
        Name(context, Now(context));
        Prepare(context);
    }

    /// <summary>Says no, with what there is to say to the status where nothing better is known.</summary>
    public Task RefuseAsync(HttpContext context, int status, string? why = null)
    {
        // The headers are cleared when something breaks.
        Prepare(context);
        return WriteAsync(context, status, why);
    }

    /// <summary>The path as it was sent.</summary>
    public virtual string PathOf(HttpContext context) => context.Request.Path.Value ?? "";

    /// <summary>Names a request.</summary>
    protected abstract void Name(HttpContext context, DateTimeOffset now);

    /// <summary>Sets the headers that only this API has.</summary>
    protected abstract void WriteHeaders(HttpContext context);

    /// <summary>Writes a no.</summary>
    protected abstract Task WriteAsync(HttpContext context, int status, string? why);

    private void Prepare(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Date = Now(context).ToString("R", CultureInfo.InvariantCulture);
        headers.CacheControl = "no-cache";
        WriteHeaders(context);
    }
}
