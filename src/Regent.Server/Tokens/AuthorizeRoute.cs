using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Regent.Operations;
using Regent.Server.SignIn;

namespace Regent.Server.Tokens;

/// <summary>Where programs send people to sign in: they come back with a code, once they are signed in and have agreed.</summary>
internal static class AuthorizeRoute
{
    public const string Address = "/oauth2/v2.0/authorize";

    /// <summary>In the query, after somebody said no on the page of consent.</summary>
    public const string Denied = "consent_denied";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods(Address, [HttpMethods.Get, HttpMethods.Post], AuthorizeAsync);

    private static async Task<IResult> AuthorizeAsync(
        HttpContext http, Wishes wishes, Consents consents, Tickets tickets, TimeProvider clock, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest()!;
        return await wishes.ForPersonAsync(request.ClientId, request.GetScopes(), http.Request, ct) switch
        {
            WishReading.Good(var wish) => await AnswerAsync(http, request, wish, consents, tickets, clock.GetUtcNow(), ct),
            WishReading.Bad no => OAuthAnswers.No(no),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, OpenIddictRequest request, Wish wish, Consents consents, Tickets tickets, DateTimeOffset now, CancellationToken ct)
    {
        if (http.Request.Query.ContainsKey(Denied))
        {
            return OAuthAnswers.No(OpenIddictConstants.Errors.AccessDenied, "The person did not agree.");
        }

        var session = await http.AuthenticateAsync(Schemes.Session);
        var asksSilently = request.HasPromptValue(OpenIddictConstants.PromptValues.None);
        if (Caller.From(session.Principal) is not { } caller || IsTooOld(session.Principal!, request, now))
        {
            return asksSilently
                ? OAuthAnswers.No(OpenIddictConstants.Errors.LoginRequired, "Nobody is signed in, or not lately enough.")
                : await SendToSignInAsync(http, request);
        }

        if (request.HasPromptValue(OpenIddictConstants.PromptValues.Consent) || !await consents.CoversAsync(caller.Id, wish, ct))
        {
            return asksSilently
                ? OAuthAnswers.No(OpenIddictConstants.Errors.ConsentRequired, "The person has not agreed yet.")
                : Results.LocalRedirect(Back.Through(ConsentRoutes.Address, Again(http, request, OpenIddictConstants.PromptValues.Consent)));
        }

        return await tickets.ForPersonAsync(caller.Id, wish, Proof.Of(session.Principal!), ct) is { } ticket
            ? Results.SignIn(ticket, properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)
            : OAuthAnswers.No(OpenIddictConstants.Errors.AccessDenied, "The account is disabled.");
    }

    private static bool IsTooOld(ClaimsPrincipal session, OpenIddictRequest request, DateTimeOffset now) =>
        request.HasPromptValue(OpenIddictConstants.PromptValues.Login)
        || (request.MaxAge is { } seconds && SessionClaims.BeganAt(session) is { } began && began + TimeSpan.FromSeconds(seconds) <= now);

    // The session ends first: who is asked to sign in anew must not be let in by the session they have.
    private static async Task<IResult> SendToSignInAsync(HttpContext http, OpenIddictRequest request)
    {
        await http.SignOutAsync(Schemes.Session);
        return Results.LocalRedirect(Back.Through("/sign-in", Again(http, request, OpenIddictConstants.PromptValues.Login)));
    }

    /// <summary>The same request, to be made again when what it waited for has happened.</summary>
    private static string Again(HttpContext http, OpenIddictRequest request, string without)
    {
        var parameters = request.GetParameters().Select(one => KeyValuePair.Create(one.Key, one.Value.ToString())).ToDictionary();
        if (parameters.TryGetValue(OpenIddictConstants.Parameters.Prompt, out var prompt) && prompt is not null)
        {
            parameters[OpenIddictConstants.Parameters.Prompt] =
                string.Join(' ', prompt.Split(' ').Where(value => value != without)) is { Length: > 0 } rest ? rest : null;
        }

        return QueryHelpers.AddQueryString($"{http.Request.PathBase}{Address}", parameters.Where(one => one.Value is not null)!);
    }
}
