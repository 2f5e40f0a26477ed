using Microsoft.AspNetCore.Http;

namespace Regent.Api.Arm.Protocol;

/// <summary>
/// Finds the scope in a request's path and takes it out, so that what is left can be routed. Comes before routing; the path is as it was
/// again for whoever looks at the answer.
/// </summary>
internal sealed class ArmAddresses(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments(ArmAddress.Root))
        {
            // Only what was read here may come to the routes.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (ArmAddress.Read(path.Value ?? "") is { } address)
        {
            context.Features.Set(address);
            await next.AsAsync(context, new PathString(address.Routed));
            return;
        }

        await next(context);
    }
}
