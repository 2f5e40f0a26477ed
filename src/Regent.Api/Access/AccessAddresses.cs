using Microsoft.AspNetCore.Http;

namespace Regent.Api.Access;

/// <summary>Has the head of every answer of Regent's own API be had without its body, as everywhere in the API. Comes before routing.</summary>
internal sealed class AccessAddresses(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        AccessRoutes.Covers(context.Request.Path) ? next.AsAsync(context, context.Request.Path) : next(context);
}
