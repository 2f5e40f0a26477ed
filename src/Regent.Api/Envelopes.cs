using Microsoft.AspNetCore.Http;

namespace Regent.Api;

/// <summary>
/// Puts every answer of the API into its envelope, and answers itself where the API has nothing. Comes behind routing and before
/// authentication.
/// </summary>
internal sealed class Envelopes(RequestDelegate next, IEnumerable<Envelope> all, ApiMethods methods)
{
    private const string ControlCharacter = "The address holds a control character. Leave it out.";

    public async Task InvokeAsync(HttpContext context)
    {
        if (all.FirstOrDefault(one => one.IsFor(context)) is not { } envelope)
        {
            await next(context);
            return;
        }

        envelope.Open(context);
        if (envelope.PathOf(context).Any(char.IsControl))
        {
            await envelope.RefuseAsync(context, StatusCodes.Status400BadRequest, ControlCharacter);
        }
        else if (context.GetEndpoint()?.Metadata.GetMetadata<ApiAddress>() is null)
        {
            await RefuseAsync(context, envelope);
        }
        else
        {
            await next(context);
            var response = context.Response;
            if (response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null })
            {
                await envelope.RefuseAsync(context, response.StatusCode);
            }
        }
    }

    // Routing knows of pages that are at any address, which are none of the API's.
    private Task RefuseAsync(HttpContext context, Envelope envelope)
    {
        var allowed = methods.At(context.Request.Path);
        context.Response.Headers.Allow = allowed.Count > 0 ? string.Join(", ", allowed) : default;
        return envelope.RefuseAsync(context, allowed.Count > 0 ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound);
    }
}
