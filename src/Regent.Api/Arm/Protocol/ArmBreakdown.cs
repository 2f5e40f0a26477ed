using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Regent.Api.Arm.Protocol;

/// <summary>Says in the form of Azure Resource Manager that something broke, and nothing of what. The host has logged it.</summary>
internal sealed class ArmBreakdown : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Features.Get<ArmNames>() is null)
        {
            return false;
        }

        // The headers were cleared together with what the handler had begun to say.
        ArmEnvelope.Prepare(httpContext, ArmEnvelope.Now(httpContext));
        var status = exception is BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status500InternalServerError;
        await ArmErrors.WriteAsync(httpContext, ArmErrors.Of(status));
        return true;
    }
}
