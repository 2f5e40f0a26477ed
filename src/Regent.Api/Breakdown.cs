using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Regent.Api;

/// <summary>Says in the API's form that something broke, and nothing of what. The host has logged it.</summary>
internal sealed class Breakdown : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Features.Get<Envelope>() is not { } envelope)
        {
            return false;
        }

        await envelope.RefuseAsync(
            httpContext, exception is BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status500InternalServerError);
        return true;
    }
}
