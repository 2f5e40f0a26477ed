using System.Buffers.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Regent.Server.SignIn.Pages;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>Shows the account page, and lets a change happen only after the password was right.</summary>
internal sealed class AccountPages(Sessions sessions, Proofs proofs, Passkeys passkeys, AccountGuard guard, IHttpContextAccessor requests)
{
    /// <summary>Carries out a change of one's own account, or shows beside <paramref name="field"/> why not.</summary>
    public async Task<IResult> WithPasswordAsync(string field, string? password, Func<Account, Task<IResult>> change, CancellationToken ct)
    {
        if (await sessions.CurrentAsync() is not { } account)
        {
            return Results.NotFound();
        }

        return await proofs.PasswordAsync(account, password, ct) switch
        {
            ProofResult.Right => await ForgivenAsync(account, change, ct),
            var no => await RefuseAsync(account, field, [Problems.Of(no, Problems.Password)], ct),
        };
    }

    /// <summary>The account page, with what was just done.</summary>
    public async Task<IResult> ShowAsync(Account account, AccountDone? done, CancellationToken ct) =>
        Page(await ViewAsync(account, ct) with { Done = done });

    /// <summary>The account page, with what is wrong beside one field.</summary>
    public async Task<IResult> RefuseAsync(Account account, string field, IReadOnlyList<string> problems, CancellationToken ct) =>
        Page(await ViewAsync(account, ct) with { Field = field, Problems = problems });

    public static IResult Done(AccountDone done) => Results.LocalRedirect($"/account?done={done}");

    public static IResult Codes(IReadOnlyList<string> codes) => new RazorComponentResult<RecoveryCodesPage>(new { Codes = codes });

    private static RazorComponentResult<AccountPage> Page(AccountView view) => new(new { View = view });

    private async Task<AccountView> ViewAsync(Account account, CancellationToken ct)
    {
        var kept = await passkeys.ListAsync(account);
        return new AccountView(
            (await proofs.EnabledPersonAsync(account, ct))?.DisplayName ?? account.UserName!,
            account.UserName!,
            HasApp: account.TotpSecret is not null,
            [.. kept.OrderBy(key => key.CreatedAt).Select(ViewOf)],
            await guard.CountRecoveryCodesAsync(account.Id, ct),
            CanHavePasskeys());
    }

    private static PasskeyView ViewOf(UserPasskeyInfo key) =>
        new(Base64Url.EncodeToString(key.CredentialId), key.Name ?? "Passkey", key.CreatedAt);

    private async Task<IResult> ForgivenAsync(Account account, Func<Account, Task<IResult>> change, CancellationToken ct)
    {
        await guard.ForgiveAsync(account.Id, ct);
        return await change(account);
    }

    // A passkey belongs to a name; browsers make none for a bare address.
    private bool CanHavePasskeys() => requests.HttpContext is { } http && Uri.CheckHostName(http.Request.Host.Host) == UriHostNameType.Dns;
}
