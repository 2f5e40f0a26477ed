using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Regent.Api.Graph.Protocol;

/// <summary>Says in Graph's form that something broke, and nothing of what. The host has logged it.</summary>
internal sealed class GraphBreakdown : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Features.Get<GraphIds>() is null)
        {
            return false;
        }

        // The headers were cleared together with what the handler had begun to say.
        GraphEnvelope.Prepare(httpContext, GraphEnvelope.Now(httpContext));
        var status = exception is BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status500InternalServerError;
        await GraphErrors.WriteAsync(httpContext, GraphErrors.Of(status));
        return true;
    }
}
