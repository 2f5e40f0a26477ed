using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Regent.Api.Arm.Protocol;

/// <summary>
/// Gives every answer below the addresses of Azure Resource Manager its headers, and a body of its form to every no, whoever said it:
/// routing, the authorization gate, or a handler.
/// </summary>
internal sealed class ArmEnvelope(RequestDelegate next)
{
    public static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    public async Task InvokeAsync(HttpContext context)
    {
        var now = Now(context);
        ArmNames.Name(context, now);
        Prepare(context, now);
        await next(context);

        var response = context.Response;
        if (response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null })
        {
            await ArmErrors.WriteAsync(context, ArmErrors.Of(response.StatusCode));
        }
    }

    /// <summary>Sets the headers that every answer has.</summary>
    public static void Prepare(HttpContext context, DateTimeOffset now)
    {
        var headers = context.Response.Headers;
        ArmNames.Of(context).WriteTo(headers);
        headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        headers.CacheControl = "no-cache";
    }
}
