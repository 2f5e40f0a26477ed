using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Regent.Server.SignIn.Pages;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>A fresh second factor within a running session, where a role demands it.</summary>
internal static class VerifyRoutes
{
    private const string Address = "/sign-in/verify";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync);
        routes.MapPost(Address, WithCodeAsync).RequireRateLimiting(AttemptLimit.Policy);
        routes.MapPost($"{Address}/passkey/options", AskForPasskeyAsync).RequireRateLimiting(AttemptLimit.Policy);
        routes.MapPost($"{Address}/passkey", WithPasskeyAsync).RequireRateLimiting(AttemptLimit.Policy);
    }

    private static async Task<IResult> ShowAsync(string? returnUrl, Sessions sessions, Passkeys passkeys, CancellationToken ct) =>
        await sessions.CurrentAsync() is { } account ? await PageAsync(account, passkeys, returnUrl) : Results.NotFound();

    private static async Task<IResult> WithCodeAsync(
        [FromForm] string? code, [FromForm] string? returnUrl,
        Sessions sessions, Proofs proofs, Passkeys passkeys, SignInRecord record, CancellationToken ct) =>
        await sessions.CurrentAsync() is not { } account
            ? Results.NotFound()
            : await proofs.OneTimeCodeAsync(account, code, ct) switch
            {
                ProofResult.Right => await RenewAsync(account, Methods.OneTimeCode, returnUrl, sessions, record, ct),
                var no => await PageAsync(account, passkeys, returnUrl, codeProblem: Problems.Of(no, Problems.Code)),
            };

    private static async Task<IResult> AskForPasskeyAsync(Sessions sessions, Passkeys passkeys, CancellationToken ct) =>
        await sessions.CurrentAsync() is { } account
            ? Results.Content(await passkeys.AskAsync(account), "application/json")
            : Results.NotFound();

    private static async Task<IResult> WithPasskeyAsync(
        [FromForm] string? credential, [FromForm] string? returnUrl,
        Sessions sessions, Passkeys passkeys, SignInRecord record, CancellationToken ct)
    {
        if (await sessions.CurrentAsync() is not { } account)
        {
            return Results.NotFound();
        }

        if ((await passkeys.AnswerAsync(credential))?.Id == account.Id)
        {
            return await RenewAsync(account, Methods.Passkey, returnUrl, sessions, record, ct);
        }

        await record.FailedAsync(account.Id, Problems.Passkey, ct);
        return await PageAsync(account, passkeys, returnUrl, passkeyProblem: Problems.Passkey);
    }

    private static async Task<IResult> RenewAsync(
        Account account, string method, string? returnUrl, Sessions sessions, SignInRecord record, CancellationToken ct)
    {
        await sessions.RenewAsync(account, method);
        await record.SignedInAsync(account.Id, [method], ct);
        return Back.On(returnUrl);
    }

    private static async Task<IResult> PageAsync(
        Account account, Passkeys passkeys, string? returnUrl, string? codeProblem = null, string? passkeyProblem = null)
    {
        var view = new SecondFactorView(
            Back.To(returnUrl), HasApp: account.TotpSecret is not null, HasPasskey: (await passkeys.ListAsync(account)).Count > 0)
        {
            CodeProblem = codeProblem,
            PasskeyProblem = passkeyProblem,
        };
        return new RazorComponentResult<VerifyPage>(new { View = view });
    }
}
