using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Server.AspNetCore;
using Regent.Server.SignIn;
using Regent.Server.Tokens.Pages;

namespace Regent.Server.Tokens;

/// <summary>Where programs send people to sign out. The person says so themselves: a link alone signs nobody out.</summary>
internal static class SignOutRoute
{
    public const string Address = "/oauth2/v2.0/logout";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(Address, [HttpMethods.Get, HttpMethods.Post], SignOutAsync);

    private static async Task<IResult> SignOutAsync(HttpContext http, Sessions sessions, IAntiforgery antiforgery, CancellationToken ct)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !await antiforgery.IsRequestValidAsync(http))
        {
            var fields = http.GetOpenIddictServerRequest()!.GetParameters()
                .Select(one => KeyValuePair.Create(one.Key, one.Value.ToString() ?? "")).ToDictionary();
            return new RazorComponentResult<SignOutPage>(new { Address = $"{http.Request.PathBase}{Address}", Fields = fields });
        }

        await sessions.EndAsync(ct);
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/sign-in?signedOut=true" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
