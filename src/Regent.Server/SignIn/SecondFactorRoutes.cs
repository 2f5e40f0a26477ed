using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Regent.Server.SignIn.Pages;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>The second half of signing in, for accounts that have more than a password.</summary>
internal static class SecondFactorRoutes
{
    private const string Address = "/sign-in/second-factor";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync);
        routes.MapPost(Address, WithCodeAsync).RequireRateLimiting(AttemptLimit.Policy);
        routes.MapPost($"{Address}/recovery-code", WithRecoveryCodeAsync).RequireRateLimiting(AttemptLimit.Policy);
        routes.MapPost($"{Address}/passkey/options", AskForPasskeyAsync).RequireRateLimiting(AttemptLimit.Policy);
        routes.MapPost($"{Address}/passkey", WithPasskeyAsync).RequireRateLimiting(AttemptLimit.Policy);
    }

    private static async Task<IResult> ShowAsync(string? returnUrl, Sessions sessions, Passkeys passkeys, CancellationToken ct) =>
        await sessions.AwaitedAsync() is { } account ? await PageAsync(account, passkeys, returnUrl) : Restart(returnUrl);

    private static async Task<IResult> WithCodeAsync(
        [FromForm] string? code, [FromForm] string? returnUrl,
        Sessions sessions, Proofs proofs, Passkeys passkeys, Arrival arrival, CancellationToken ct) =>
        await sessions.AwaitedAsync() is not { } account
            ? Restart(returnUrl)
            : await proofs.OneTimeCodeAsync(account, code, ct) switch
            {
                ProofResult.Right => await ArriveAsync(arrival, account, returnUrl, Methods.OneTimeCode, ct),
                var no => await PageAsync(account, passkeys, returnUrl, codeProblem: Problems.Of(no, Problems.Code)),
            };

    private static async Task<IResult> WithRecoveryCodeAsync(
        [FromForm] string? recoveryCode, [FromForm] string? returnUrl,
        Sessions sessions, Proofs proofs, Passkeys passkeys, Arrival arrival, CancellationToken ct) =>
        await sessions.AwaitedAsync() is not { } account
            ? Restart(returnUrl)
            : await proofs.RecoveryCodeAsync(account, recoveryCode, ct) switch
            {
                ProofResult.Right => await ArriveAsync(arrival, account, returnUrl, Methods.RecoveryCode, ct),
                var no => await PageAsync(account, passkeys, returnUrl, recoveryProblem: Problems.Of(no, Problems.RecoveryCode)),
            };

    private static async Task<IResult> AskForPasskeyAsync(Sessions sessions, Passkeys passkeys, CancellationToken ct) =>
        await sessions.AwaitedAsync() is { } account
            ? Results.Content(await passkeys.AskAsync(account), "application/json")
            : Results.BadRequest(Problems.Passkey);

    private static async Task<IResult> WithPasskeyAsync(
        [FromForm] string? credential, [FromForm] string? returnUrl,
        Sessions sessions, Passkeys passkeys, Arrival arrival, SignInRecord record, AccountGuard guard, CancellationToken ct)
    {
        if (await sessions.AwaitedAsync() is not { } account)
        {
            return Restart(returnUrl);
        }

        if ((await passkeys.AnswerAsync(credential))?.Id == account.Id)
        {
            await guard.ForgiveAsync(account.Id, ct);
            return await ArriveAsync(arrival, account, returnUrl, Methods.Passkey, ct);
        }

        await record.FailedAsync(account.Id, Problems.Passkey, ct);
        return await PageAsync(account, passkeys, returnUrl, passkeyProblem: Problems.Passkey);
    }

    private static async Task<IResult> ArriveAsync(Arrival arrival, Account account, string? returnUrl, string method, CancellationToken ct) =>
        await arrival.CompleteAsync(account, returnUrl, [Methods.Password, method], ct) ?? Restart(returnUrl);

    private static RedirectHttpResult Restart(string? returnUrl) => TypedResults.LocalRedirect(Back.Through("/sign-in", returnUrl));

    private static async Task<IResult> PageAsync(
        Account account, Passkeys passkeys, string? returnUrl,
        string? codeProblem = null, string? recoveryProblem = null, string? passkeyProblem = null)
    {
        var view = new SecondFactorView(
            Back.To(returnUrl), HasApp: account.TotpSecret is not null, HasPasskey: (await passkeys.ListAsync(account)).Count > 0)
        {
            CodeProblem = codeProblem,
            RecoveryProblem = recoveryProblem,
            PasskeyProblem = passkeyProblem,
        };
        return new RazorComponentResult<SecondFactorPage>(new { View = view });
    }
}
