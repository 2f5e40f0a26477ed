using Microsoft.AspNetCore.Identity;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Accounts;
using Regent.Operations.Ports;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>
/// What people change about their own account. Each change is one commit with its entry in the audit log; it ends the
/// account's other sessions and tokens, and keeps this one.
/// </summary>
internal sealed class AccountChanges(
    IUnitOfWork unit, IServiceScopeFactory scopes, AccountGuard guard, OneTimeCodes codes, Passkeys passkeys, Sessions sessions,
    SignInRecord record, TellPasswordChanged tell)
{
    /// <summary>Changes the password, whose old one was judged before; empty when done, else what is wrong with the new one.</summary>
    public async Task<IReadOnlyList<string>> ChangePasswordAsync(Guid id, string old, string wanted, CancellationToken ct)
    {
        IReadOnlyList<string> problems = [];
        await ChangeAsync(id, AuditActivities.PasswordChanged, what: null, method: null, async (accounts, account) =>
        {
            var result = await accounts.ChangePasswordAsync(account, old, wanted);
            problems = [.. result.Errors.Select(error => error.Description)];
            if (result.Succeeded)
            {
                await tell.ExecuteAsync(new PrincipalId(id), ct);
            }

            return result.Succeeded;
        }, ct);
        return problems;
    }

    /// <summary>Sets up an authenticator app, if the code shows that it works.</summary>
    public Task<ChangeResult> AddAuthenticatorAsync(Guid id, string? secret, string? code, CancellationToken ct) => AddFactorAsync(
        id, "Authenticator app set up.", Methods.OneTimeCode, async (_, account) =>
        {
            if (codes.StepOf(account, secret, code) is not { } step || !await guard.TryTakeStepAsync(id, step, ct))
            {
                return false;
            }

            account.TotpSecret = secret;
            return true;
        }, ct);

    public Task RemoveAuthenticatorAsync(Guid id, CancellationToken ct) => RemoveFactorAsync(
        id, "Authenticator app removed.", (_, account) =>
        {
            account.TotpSecret = null;
            return Task.FromResult(IdentityResult.Success);
        }, ct);

    /// <summary>Keeps the passkey the browser made, if it answers the challenge.</summary>
    public async Task<ChangeResult> AddPasskeyAsync(Guid id, string? credential, string? name, CancellationToken ct) =>
        await passkeys.MadeAsync(id, credential, name) is { } made
            ? await AddFactorAsync(id, "Passkey added.", Methods.Passkey, async (accounts, account) =>
                (await accounts.GetPasskeysAsync(account)).Count < Passkeys.Most
                && (await accounts.AddOrUpdatePasskeyAsync(account, made)).Succeeded, ct)
            : ChangeResult.No;

    public Task RemovePasskeyAsync(Guid id, byte[] passkey, CancellationToken ct) => RemoveFactorAsync(
        id, "Passkey removed.", (accounts, account) => accounts.RemovePasskeyAsync(account, passkey), ct);

    /// <summary>Makes new recovery codes; the old ones are worth nothing from then on.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Guid id, CancellationToken ct)
    {
        var fresh = RecoveryCodes.New();
        await ChangeAsync(id, AuditActivities.SecondFactorChanged, "New recovery codes made.", method: null, async (_, _) =>
        {
            await guard.ReplaceRecoveryCodesAsync(id, [.. fresh.Select(RecoveryCodes.Hash)], ct);
            return true;
        }, ct);
        return fresh;
    }

    // The first second factor comes with recovery codes: whoever loses the only one would be locked out.
    private async Task<ChangeResult> AddFactorAsync(
        Guid id, string what, string method, Func<UserManager<Account>, Account, Task<bool>> add, CancellationToken ct)
    {
        IReadOnlyList<string> fresh = [];
        var done = await ChangeAsync(id, AuditActivities.SecondFactorChanged, what, method, async (accounts, account) =>
        {
            var isFirst = !await Proofs.HasSecondFactorAsync(accounts, account);
            if (!await add(accounts, account))
            {
                return false;
            }

            fresh = isFirst ? RecoveryCodes.New() : [];
            if (isFirst)
            {
                await guard.ReplaceRecoveryCodesAsync(id, [.. fresh.Select(RecoveryCodes.Hash)], ct);
            }

            return true;
        }, ct);
        return done ? new ChangeResult(true, fresh) : ChangeResult.No;
    }

    private Task<bool> RemoveFactorAsync(
        Guid id, string what, Func<UserManager<Account>, Account, Task<IdentityResult>> remove, CancellationToken ct) =>
        ChangeAsync(id, AuditActivities.SecondFactorChanged, what, method: null, async (accounts, account) =>
        {
            Require(await remove(accounts, account));
            if (!await Proofs.HasSecondFactorAsync(accounts, account))
            {
                await guard.ReplaceRecoveryCodesAsync(id, [], ct);
            }

            return true;
        }, ct);

    private async Task<bool> ChangeAsync(
        Guid id, string activity, string? what, string? method, Func<UserManager<Account>, Account, Task<bool>> change, CancellationToken ct)
    {
        var changed = await unit.RunAsync(
            async token =>
            {
                await using var scope = scopes.CreateAsyncScope();
                var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
                if (await accounts.FindByIdAsync(id.ToString()) is not { } account || !await change(accounts, account))
                {
                    return null;
                }

                Require(await accounts.UpdateSecurityStampAsync(account));
                await record.ChangedAsync(id, activity, what, token);
                return account;
            },
            ct);
        if (changed is not null)
        {
            await sessions.RenewAsync(changed, method);
        }

        return changed is not null;
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account was not changed: {string.Join(' ', result.Errors.Select(error => error.Code))}");
        }
    }
}
