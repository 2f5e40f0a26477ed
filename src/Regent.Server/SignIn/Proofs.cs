using Microsoft.AspNetCore.Identity;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Judges what people present: passwords, one-time codes, recovery codes. Everything that can be guessed is counted first.</summary>
internal sealed class Proofs(
    UserManager<Account> accounts, AccountGuard guard, OneTimeCodes codes, DecoyPassword decoy, IDirectory directory,
    SignInRecord record, TimeProvider clock)
{
    /// <summary>
    /// The account of this name and password. Unknown, wrong, locked and disabled are all null, after the same work, so
    /// that nobody learns which names exist.
    /// </summary>
    public async Task<Account?> SignInAsync(string? name, string? password, CancellationToken ct)
    {
        var account = UserPrincipalName.TryParse(name, out var upn) ? await accounts.FindByNameAsync(upn.Value) : null;
        if (account is null)
        {
            await guard.TryCountAttemptAsync(Guid.Empty, clock.GetUtcNow(), ct);
            decoy.Check(password);
            await record.FailedAsync(null, "There is no such account.", ct);
            return null;
        }

        if (await PasswordAsync(account, password, ct) != ProofResult.Right)
        {
            return null;
        }

        if (await EnabledPersonAsync(account, ct) is null)
        {
            await record.FailedAsync(account.Id, "The principal is disabled.", ct);
            return null;
        }

        return account;
    }

    /// <summary>Judges a password. When it is right, earlier wrong attempts stay counted until <see cref="AccountGuard.ForgiveAsync"/>.</summary>
    public async Task<ProofResult> PasswordAsync(Account account, string? password, CancellationToken ct)
    {
        if (!await guard.TryCountAttemptAsync(account.Id, clock.GetUtcNow(), ct))
        {
            decoy.Check(password);
            return await LockedAsync(account, ct);
        }

        if (password is not { Length: <= PasswordRules.Longest } || !await accounts.CheckPasswordAsync(account, password))
        {
            return await WrongAsync(account, "The password was wrong.", ct);
        }

        await guard.ReturnAttemptAsync(account.Id, ct);
        return ProofResult.Right;
    }

    /// <summary>Judges a code of the authenticator app. None is right twice.</summary>
    public Task<ProofResult> OneTimeCodeAsync(Account account, string? code, CancellationToken ct) => SecondFactorAsync(
        account,
        "The one-time code was wrong or had been used.",
        async () => codes.StepOf(account, account.TotpSecret, code) is { } step && await guard.TryTakeStepAsync(account.Id, step, ct),
        ct);

    /// <summary>Judges a recovery code, and uses it up.</summary>
    public Task<ProofResult> RecoveryCodeAsync(Account account, string? code, CancellationToken ct) => SecondFactorAsync(
        account,
        "The recovery code was wrong or had been used.",
        () => guard.TryTakeRecoveryCodeAsync(account.Id, RecoveryCodes.Hash(code), ct),
        ct);

    /// <summary>Whether a password alone is not enough for this account.</summary>
    public Task<bool> NeedsSecondFactorAsync(Account account) => HasSecondFactorAsync(accounts, account);

    /// <inheritdoc cref="NeedsSecondFactorAsync"/>
    public static async Task<bool> HasSecondFactorAsync(UserManager<Account> accounts, Account account) =>
        account.TotpSecret is not null || (await accounts.GetPasskeysAsync(account)).Count > 0;

    /// <summary>The enabled principal behind an account; null when there is none.</summary>
    public async Task<Principal?> EnabledPersonAsync(Account account, CancellationToken ct) =>
        await directory.FindAsync(new PrincipalId(account.Id), ct) is { IsEnabled: true } person ? person : null;

    private async Task<ProofResult> SecondFactorAsync(Account account, string wrong, Func<Task<bool>> isRight, CancellationToken ct)
    {
        if (!await guard.TryCountAttemptAsync(account.Id, clock.GetUtcNow(), ct))
        {
            return await LockedAsync(account, ct);
        }

        if (!await isRight())
        {
            return await WrongAsync(account, wrong, ct);
        }

        await guard.ForgiveAsync(account.Id, ct);
        return ProofResult.Right;
    }

    private async Task<ProofResult> LockedAsync(Account account, CancellationToken ct)
    {
        await record.FailedAsync(account.Id, "The account is locked after repeated failures.", ct);
        return ProofResult.Locked;
    }

    private async Task<ProofResult> WrongAsync(Account account, string reason, CancellationToken ct)
    {
        await record.FailedAsync(account.Id, reason, ct);
        if (await guard.LockedUntilAsync(account.Id, clock.GetUtcNow(), ct) is null)
        {
            return ProofResult.Wrong;
        }

        await record.LockedOutAsync(account.Id, ct);
        return ProofResult.Locked;
    }
}
