using System.Diagnostics;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Regent.Operations;

namespace Regent.Server.Tokens;

/// <summary>Where programs get tokens: for a code, for a refresh token, or for themselves. The protocol was checked before it comes here.</summary>
internal static class TokenRoute
{
    public const string Address = "/oauth2/v2.0/token";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, IssueAsync);

    private static Task<IResult> IssueAsync(HttpContext http, Wishes wishes, Tickets tickets, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest()!;
        return request.IsClientCredentialsGrantType()
            ? ForItselfAsync(http, request, wishes, tickets, ct)
            : ForPersonAsync(http, request, wishes, tickets, ct);
    }

    private static async Task<IResult> ForItselfAsync(
        HttpContext http, OpenIddictRequest request, Wishes wishes, Tickets tickets, CancellationToken ct) =>
        await wishes.ForItselfAsync(request.ClientId, request.GetScopes(), http.Request, ct) switch
        {
            WishReading.Good(var wish) => Answer(await tickets.ForItselfAsync(wish, ct)),
            WishReading.Bad no => OAuthAnswers.No(no),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> ForPersonAsync(
        HttpContext http, OpenIddictRequest request, Wishes wishes, Tickets tickets, CancellationToken ct)
    {
        var earlier = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        if (earlier is null || Caller.From(earlier) is not { } caller || !await tickets.HoldsAsync(earlier, ct))
        {
            return OAuthAnswers.NoLonger();
        }

        var (asked, agreed) = (request.GetScopes(), earlier.GetScopes());
        if (!request.IsRefreshTokenGrantType() && asked.Except(agreed, StringComparer.OrdinalIgnoreCase).Any())
        {
            return OAuthAnswers.No(OpenIddictConstants.Errors.InvalidScope, "A code is good for what was asked when it was issued, and for no more.");
        }

        var scopes = asked.Length > 0 && request.IsRefreshTokenGrantType() ? asked : agreed;
        return await wishes.ForPersonAsync(request.ClientId, scopes, http.Request, ct) switch
        {
            WishReading.Good(var wish) => Answer(await tickets.ForPersonAsync(caller.Id, wish, Proof.Of(earlier), ct)),
            WishReading.Bad no => OAuthAnswers.No(no),
            _ => throw new UnreachableException(),
        };
    }

    private static IResult Answer(System.Security.Claims.ClaimsPrincipal? ticket) => ticket is null
        ? OAuthAnswers.NoLonger()
        : Results.SignIn(ticket, properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
}
