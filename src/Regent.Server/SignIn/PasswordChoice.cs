using Microsoft.AspNetCore.Identity;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Accounts;
using Regent.Operations.Ports;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>
/// Choosing a password with a link. The link is used up, the password set, wrong attempts forgotten, every session and token ended
/// and the owner told, all in one commit. Second factors stay: the link proves no more than a mail that was read.
/// </summary>
internal sealed class PasswordChoice(
    IUnitOfWork unit, IServiceScopeFactory scopes, PasswordLinks links, IDirectory directory, AccountMaker maker, AccountGuard guard,
    SignInRecord record, TellPasswordChanged tell)
{
    /// <summary>Who may choose a password with this link; null when it is not good, or no longer, or they are disabled.</summary>
    public async Task<Principal?> HolderAsync(string? link, CancellationToken ct) =>
        await links.HolderAsync(link, ct) is { } holder
        && await directory.FindAsync(holder, ct) is { IsEnabled: true, UserPrincipalName: not null } person
            ? person
            : null;

    /// <summary>Sets a password that breaks no rule; false, and nothing is changed, when the link is not good, or no longer.</summary>
    public Task<bool> ChooseAsync(string? link, string password, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            if (await HolderAsync(link, token) is not { } person || await links.TryTakeAsync(link, token) is null)
            {
                await record.FailedAsync(null, "The link to choose a password was wrong, used or expired.", token);
                return false;
            }

            await SetAsync(person, password, token);
            await guard.ForgiveAsync(person.Id.Value, token);
            await record.ChangedAsync(person.Id.Value, AuditActivities.PasswordChanged, "With a one-time link.", token);
            await tell.ExecuteAsync(person.Id, token);
            return true;
        },
        ct);

    // Both ways give the account a new security stamp, which no session, token or link made before goes with.
    private async Task SetAsync(Principal person, string password, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByIdAsync(person.Id.ToString()) is not { } account)
        {
            Require(await maker.CreateAsync(person.Id, person.UserPrincipalName!, password, ct));
            return;
        }

        Require(Problems(await accounts.RemovePasswordAsync(account)));
        Require(Problems(await accounts.AddPasswordAsync(account, password)));
    }

    private static IReadOnlyList<string> Problems(IdentityResult result) => [.. result.Errors.Select(error => error.Description)];

    private static void Require(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"The password was not set: {string.Join(' ', problems)}");
        }
    }
}
