using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Regent.Operations;
using Regent.Server.SignIn.Pages;

namespace Regent.Server.SignIn;

/// <summary>Signing in with a password or a passkey, and signing out.</summary>
internal static class SignInRoutes
{
    private const string Refused =
        "This user name and password do not go together. After five failed attempts an account takes none for 15 minutes.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", ShowAsync);
        routes.MapPost("/sign-in", WithPasswordAsync).RequireRateLimiting(AttemptLimit.Policy);
        routes.MapPost("/sign-in/passkey/options", AskForPasskeyAsync).RequireRateLimiting(AttemptLimit.Policy);
        routes.MapPost("/sign-in/passkey", WithPasskeyAsync).RequireRateLimiting(AttemptLimit.Policy);
        routes.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> ShowAsync(
        string? returnUrl, bool? signedOut, bool? passwordSet, HttpContext http, SetUpCodes setUp, SamplePeople sample, CancellationToken ct)
    {
        if (Caller.From(http.User) is not null)
        {
            return Results.LocalRedirect(Back.To(returnUrl));
        }

        return await setUp.IsOpenAsync(ct)
            ? Results.LocalRedirect("/sign-in/set-up")
            : Page(new SignInView(Back.To(returnUrl), sample.Listed) { SignedOut = signedOut == true, PasswordSet = passwordSet == true });
    }

    private static async Task<IResult> WithPasswordAsync(
        [FromForm] string? userName, [FromForm] string? password, [FromForm] string? returnUrl,
        Proofs proofs, Arrival arrival, SamplePeople sample, CancellationToken ct) =>
        await proofs.SignInAsync(userName, password, ct) is { } account
            ? await arrival.WithPasswordAsync(account, returnUrl, ct)
            : Page(new SignInView(Back.To(returnUrl), sample.Listed) { UserName = userName, Problem = Refused });

    private static async Task<IResult> AskForPasskeyAsync(Passkeys passkeys) => Results.Content(await passkeys.AskAsync(null), "application/json");

    private static async Task<IResult> WithPasskeyAsync(
        [FromForm] string? credential, [FromForm] string? returnUrl,
        Passkeys passkeys, Arrival arrival, SignInRecord record, SamplePeople sample, CancellationToken ct)
    {
        if (await passkeys.AnswerAsync(credential) is { } account
            && await arrival.CompleteAsync(account, returnUrl, [Methods.Passkey], ct) is { } arrived)
        {
            return arrived;
        }

        await record.FailedAsync(null, "The passkey was not accepted.", ct);
        return Page(new SignInView(Back.To(returnUrl), sample.Listed) { Problem = "The passkey was not accepted." });
    }

    private static async Task<IResult> SignOutAsync(Sessions sessions)
    {
        await sessions.EndAsync();
        return Results.LocalRedirect("/sign-in?signedOut=true");
    }

    private static RazorComponentResult<SignInPage> Page(SignInView view) => new(new { View = view });
}
