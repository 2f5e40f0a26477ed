using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Regent.Server.SignIn.Pages;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Setting up an authenticator app: a new secret is shown, and kept once a code has shown that the app has it.</summary>
internal static class AuthenticatorRoutes
{
    private const string Address = "/account/authenticator";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync);
        routes.MapPost(Address, AddAsync);
    }

    private static async Task<IResult> ShowAsync(Sessions sessions, OneTimeCodes codes, CancellationToken ct) =>
        await sessions.CurrentAsync() is { } account ? Page(account, codes, codes.NewSecret(account)) : Results.NotFound();

    private static async Task<IResult> AddAsync(
        [FromForm] string? secret, [FromForm] string? code, [FromForm] string? password,
        Sessions sessions, Proofs proofs, OneTimeCodes codes, AccountChanges changes, AccountGuard guard, CancellationToken ct)
    {
        if (await sessions.CurrentAsync() is not { } account)
        {
            return Results.NotFound();
        }

        if (await proofs.PasswordAsync(account, password, ct) is var judged && judged != ProofResult.Right)
        {
            return Page(account, codes, secret, passwordProblem: Problems.Of(judged, Problems.Password));
        }

        await guard.ForgiveAsync(account.Id, ct);
        return await changes.AddAuthenticatorAsync(account.Id, secret, code, ct) switch
        {
            { Done: false } => Page(account, codes, secret, codeProblem: Problems.Code),
            { RecoveryCodes: { Count: > 0 } fresh } => AccountPages.Codes(fresh),
            _ => AccountPages.Done(AccountDone.AuthenticatorAdded),
        };
    }

    private static RazorComponentResult<AuthenticatorPage> Page(
        Account account, OneTimeCodes codes, string? secret, string? codeProblem = null, string? passwordProblem = null)
    {
        // A secret that is not this account's own is replaced by a new one.
        var shown = codes.Reveal(account, secret) is null ? codes.NewSecret(account) : secret!;
        var key = codes.Reveal(account, shown)!;
        return new(new
        {
            View = new AuthenticatorView(shown, key, OneTimeCodes.Picture(account, key))
            {
                CodeProblem = codeProblem,
                PasswordProblem = passwordProblem,
                Replaces = account.TotpSecret is not null,
            },
        });
    }
}
