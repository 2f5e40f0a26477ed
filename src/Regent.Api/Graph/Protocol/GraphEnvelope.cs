using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Regent.Api.Graph.Protocol;

/// <summary>
/// Gives every answer below Graph's addresses its headers, and a body of Graph's to every no, whoever said it: routing, the
/// authorization gate, or a handler.
/// </summary>
internal sealed class GraphEnvelope(RequestDelegate next)
{
    public const string Beta = "beta";

    public static readonly string[] Versions = ["v1.0", Beta];

    /// <summary>Whether this request is for Graph.</summary>
    public static bool Covers(PathString path) => Array.Exists(Versions, version => path.StartsWithSegments($"/{version}"));

    public static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    public async Task InvokeAsync(HttpContext context)
    {
        var now = Now(context);
        GraphIds.Name(context, now);
        Prepare(context, now);
        await next(context);

        var response = context.Response;
        if (response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null })
        {
            await GraphErrors.WriteAsync(context, GraphErrors.Of(response.StatusCode));
        }
    }

    /// <summary>Sets the headers that every answer has.</summary>
    public static void Prepare(HttpContext context, DateTimeOffset now)
    {
        var headers = context.Response.Headers;
        GraphIds.Of(context).WriteTo(headers);
        headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        headers["OData-Version"] = "4.0";
        headers.CacheControl = "no-cache";
    }
}
