using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Regent.Server.SignIn.Pages;

namespace Regent.Server.SignIn;

/// <summary>
/// What holds for every route here: nothing is kept in a cache, and a form counts only with its antiforgery token. Checked
/// here rather than by the binder, whose bare 400 would tell a person nothing.
/// </summary>
internal sealed class FormGuard(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // In the words antiforgery would use, which warns of any others.
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers.Pragma = "no-cache";
        if (HttpMethods.IsPost(http.Request.Method) && !await antiforgery.IsRequestValidAsync(http))
        {
            return new RazorComponentResult<StalePage> { StatusCode = StatusCodes.Status400BadRequest };
        }

        return await next(context);
    }
}
