using Microsoft.AspNetCore.Identity;
using Regent.Core.Audit;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>
/// What people change about their own account. Each change ends the account's other sessions and tokens, keeps this one,
/// and is recorded.
/// </summary>
internal sealed class AccountChanges(
    UserManager<Account> accounts, AccountGuard guard, OneTimeCodes codes, Passkeys passkeys, Proofs proofs, Sessions sessions,
    SignInRecord record)
{
    /// <summary>Changes the password, whose old one was judged before; empty when done, else what is wrong with the new one.</summary>
    public async Task<IReadOnlyList<string>> ChangePasswordAsync(Account account, string old, string wanted, CancellationToken ct)
    {
        var result = await accounts.ChangePasswordAsync(account, old, wanted);
        if (result.Succeeded)
        {
            await DoneAsync(account, AuditActivities.PasswordChanged, what: null, method: null, ct);
        }

        return [.. result.Errors.Select(error => error.Description)];
    }

    /// <summary>Sets up an authenticator app, if the code shows that it works. Returns recovery codes if it is the first second factor.</summary>
    public async Task<(bool Done, IReadOnlyList<string> RecoveryCodes)> AddAuthenticatorAsync(
        Account account, string? secret, string? code, CancellationToken ct)
    {
        if (codes.StepOf(account, secret, code) is not { } step || !await guard.TryTakeStepAsync(account.Id, step, ct))
        {
            return (false, []);
        }

        var isFirst = !await proofs.NeedsSecondFactorAsync(account);
        account.TotpSecret = secret;
        await DoneAsync(account, AuditActivities.SecondFactorChanged, "Authenticator app set up.", Methods.OneTimeCode, ct);
        return (true, isFirst ? await NewRecoveryCodesAsync(account, ct) : []);
    }

    public async Task RemoveAuthenticatorAsync(Account account, CancellationToken ct)
    {
        account.TotpSecret = null;
        await DoneAsync(account, AuditActivities.SecondFactorChanged, "Authenticator app removed.", method: null, ct);
        await DropUselessRecoveryCodesAsync(account, ct);
    }

    /// <summary>Keeps the passkey the browser made. Returns recovery codes if it is the first second factor.</summary>
    public async Task<(bool Done, IReadOnlyList<string> RecoveryCodes)> AddPasskeyAsync(
        Account account, string? credential, string? name, CancellationToken ct)
    {
        var isFirst = !await proofs.NeedsSecondFactorAsync(account);
        if (!await passkeys.AddAsync(account, credential, name))
        {
            return (false, []);
        }

        await DoneAsync(account, AuditActivities.SecondFactorChanged, "Passkey added.", Methods.Passkey, ct);
        return (true, isFirst ? await NewRecoveryCodesAsync(account, ct) : []);
    }

    public async Task RemovePasskeyAsync(Account account, byte[] id, CancellationToken ct)
    {
        await passkeys.RemoveAsync(account, id);
        await DoneAsync(account, AuditActivities.SecondFactorChanged, "Passkey removed.", method: null, ct);
        await DropUselessRecoveryCodesAsync(account, ct);
    }

    /// <summary>Makes new recovery codes; the old ones are worth nothing from then on.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Account account, CancellationToken ct)
    {
        var fresh = RecoveryCodes.New();
        await guard.ReplaceRecoveryCodesAsync(account.Id, fresh.Select(RecoveryCodes.Hash), ct);
        await record.ChangedAsync(account.Id, AuditActivities.SecondFactorChanged, "New recovery codes made.", ct);
        return fresh;
    }

    private async Task DropUselessRecoveryCodesAsync(Account account, CancellationToken ct)
    {
        if (!await proofs.NeedsSecondFactorAsync(account))
        {
            await guard.ReplaceRecoveryCodesAsync(account.Id, [], ct);
        }
    }

    private async Task DoneAsync(Account account, string activity, string? what, string? method, CancellationToken ct)
    {
        await accounts.UpdateSecurityStampAsync(account);
        await record.ChangedAsync(account.Id, activity, what, ct);
        await sessions.RenewAsync(account, method);
    }
}
