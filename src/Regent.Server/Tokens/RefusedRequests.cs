using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http.HttpResults;
using Regent.Server.Tokens.Pages;

namespace Regent.Server.Tokens;

/// <summary>Tells a person in words that a program sent them here with a request that the protocol refuses, and that leads nowhere.</summary>
internal sealed class RefusedRequests : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.GetOpenIddictServerResponse() is { Error: { } code } refused
            ? ValueTask.FromResult<object?>(new RazorComponentResult<RefusedRequestPage>(new { Code = code, Why = refused.ErrorDescription })
            {
                StatusCode = StatusCodes.Status400BadRequest,
            })
            : next(context);
}
