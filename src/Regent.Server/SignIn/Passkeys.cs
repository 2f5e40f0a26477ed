using Microsoft.AspNetCore.Identity;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Passkeys: what the browser is asked for, and whether what it brings is right. A challenge is good for one answer.</summary>
internal sealed class Passkeys(SignInManager<Account> signIn, UserManager<Account> accounts)
{
    /// <summary>The most one account may have.</summary>
    public const int Most = 20;

    private const int LongestName = 64;

    /// <summary>The browser's task for signing in: without an account, with whatever passkey it has for this server.</summary>
    public Task<string> AskAsync(Account? account) => signIn.MakePasskeyRequestOptionsAsync(account);

    /// <summary>The browser's task for making a new passkey.</summary>
    public Task<string> AskForNewAsync(Account account, string displayName) => signIn.MakePasskeyCreationOptionsAsync(
        new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.UserName!, DisplayName = displayName });

    /// <summary>The account whose passkey answered the challenge; null when the answer is not right.</summary>
    public async Task<Account?> AnswerAsync(string? credential)
    {
        var result = await AnsweredAsync(() => signIn.PerformPasskeyAssertionAsync(credential!), credential);
        if (result is not { Succeeded: true })
        {
            return null;
        }

        // The passkey counts its uses; keeping the count tells a copy from the original.
        var kept = await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return kept.Succeeded ? result.User : null;
    }

    /// <summary>The passkey the browser made for the account; null when the answer is not right.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(Guid account, string? credential, string? name)
    {
        var result = await AnsweredAsync(() => signIn.PerformPasskeyAttestationAsync(credential!), credential);
        if (result is not { Succeeded: true } || result.UserEntity.Id != account.ToString())
        {
            return null;
        }

        var given = name?.Trim() ?? "";
        result.Passkey.Name = given.Length == 0 ? "Passkey" : given[..Math.Min(given.Length, LongestName)];
        return result.Passkey;
    }

    public Task<IList<UserPasskeyInfo>> ListAsync(Account account) => accounts.GetPasskeysAsync(account);

    // Identity throws when the challenge is gone or the text is no credential: both are a stale page, not a bug.
    private static async Task<T?> AnsweredAsync<T>(Func<Task<T>> answer, string? credential)
        where T : class
    {
        if (string.IsNullOrEmpty(credential))
        {
            return null;
        }

        try
        {
            return await answer();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
