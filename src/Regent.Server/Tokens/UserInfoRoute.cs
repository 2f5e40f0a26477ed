using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Regent.Operations;
using Regent.Server.SignIn;

namespace Regent.Server.Tokens;

/// <summary>Says who a token is of, in the words of OpenID Connect.</summary>
internal static class UserInfoRoute
{
    public const string Address = "/oidc/userinfo";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(Address, [HttpMethods.Get, HttpMethods.Post], TellAsync);

    private static async Task<IResult> TellAsync(HttpContext http, Tickets tickets, CancellationToken ct)
    {
        var holder = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        return holder is not null && await tickets.HoldsAsync(holder, ct)
            ? Results.Json(Of(holder))
            : Results.Challenge(
                new AuthenticationProperties(new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = OpenIddictConstants.Errors.InvalidToken,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The access token is not valid, or no longer.",
                }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    private static Dictionary<string, string?> Of(ClaimsPrincipal holder) => new[]
        {
            OpenIddictConstants.Claims.Subject, Caller.IdClaim, SessionClaims.Name, OpenIddictConstants.Claims.PreferredUsername,
            OpenIddictConstants.Claims.Email,
        }
        .Where(claim => holder.HasClaim(one => one.Type == claim))
        .ToDictionary(claim => claim, claim => holder.FindFirstValue(claim));
}
