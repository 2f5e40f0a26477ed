using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>The last steps of every way in: a second factor where the account has one, then the session, then where they wanted to go.</summary>
internal sealed class Arrival(Proofs proofs, Sessions sessions, AccountGuard guard, SignInRecord record)
{
    /// <summary>Goes on after a right password.</summary>
    public async Task<IResult> WithPasswordAsync(Account account, string? returnUrl, CancellationToken ct)
    {
        if (await proofs.NeedsSecondFactorAsync(account))
        {
            await sessions.AwaitSecondFactorAsync(account);
            return Results.LocalRedirect(Back.Through("/sign-in/second-factor", returnUrl));
        }

        await guard.ForgiveAsync(account.Id, ct);
        return await CompleteAsync(account, returnUrl, [Methods.Password], ct) ?? Results.LocalRedirect("/sign-in");
    }

    /// <summary>Begins the session; null for a principal who is disabled or gone.</summary>
    public async Task<IResult?> CompleteAsync(Account account, string? returnUrl, string[] methods, CancellationToken ct)
    {
        if (await proofs.EnabledPersonAsync(account, ct) is not { } person)
        {
            return null;
        }

        await sessions.BeginAsync(account, person, methods);
        await record.SignedInAsync(account.Id, methods, ct);
        return Back.On(returnUrl);
    }
}
