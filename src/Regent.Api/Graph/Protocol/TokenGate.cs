using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Regent.Api.Graph.Protocol;

/// <summary>
/// Holds the permissions of the token against those the address needs, before anything else looks at the request. An address that says
/// nothing is only for Regent's own tokens.
/// </summary>
internal sealed class TokenGate : IEndpointFilter
{
    private static readonly TokenPermission Nothing = new([], []);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var needed = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<TokenPermission>() ?? Nothing;
        return Refusal(context.HttpContext.User, needed) is { } why
            ? ValueTask.FromResult<object?>(GraphErrors.Denied(why))
            : next(context);
    }

    /// <summary>Why the token is not enough; null when it is.</summary>
    internal static string? Refusal(ClaimsPrincipal token, TokenPermission needed)
    {
        var scopes = token.FindFirst(TokenNames.Scopes)?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (carried, wanted) = scopes is null
            ? (token.FindAll(TokenNames.Roles).Select(claim => claim.Value), needed.Application)
            : (scopes, needed.Delegated);
        return carried.Any(name => name == TokenNames.Everything && scopes is not null || wanted.Contains(name)) ? null
            : wanted.Count == 0 ? Impossible(ofPerson: scopes is not null)
            : $"The token lacks what this needs: one of {string.Join(", ", wanted)}.";
    }

    private static string Impossible(bool ofPerson) => ofPerson
        ? "No permission lets a program do this for a person."
        : "A program that acts for itself cannot do this: it needs a token that acts for a person.";
}
