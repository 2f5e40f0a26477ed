using System.Buffers.Text;
using Microsoft.AspNetCore.Mvc;

namespace Regent.Server.SignIn;

/// <summary>One's own account: password, second factors, recovery codes. Every change demands the password.</summary>
internal static class AccountRoutes
{
    private const string Address = "/account";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync);
        routes.MapPost($"{Address}/password", ChangePasswordAsync);

        var factors = routes.MapGroup("").AddEndpointFilter<FactorGuard>();
        factors.MapPost($"{Address}/authenticator/remove", RemoveAuthenticatorAsync);
        factors.MapPost($"{Address}/passkeys/options", AskForPasskeyAsync);
        factors.MapPost($"{Address}/passkeys", AddPasskeyAsync);
        factors.MapPost($"{Address}/passkeys/remove", RemovePasskeyAsync);
        factors.MapPost($"{Address}/recovery-codes", NewRecoveryCodesAsync);
    }

    private static async Task<IResult> ShowAsync(AccountDone? done, AccountPages pages, Sessions sessions, CancellationToken ct) =>
        await sessions.CurrentAsync() is { } account ? await pages.ShowAsync(account, done, ct) : Results.NotFound();

    private static async Task<IResult> ChangePasswordAsync(
        [FromForm] string? password, [FromForm] string? newPassword, [FromForm] string? repeated,
        AccountPages pages, AccountChanges changes, CancellationToken ct) =>
        await pages.WithPasswordAsync("password", password, async account =>
        {
            if (newPassword != repeated)
            {
                return await pages.RefuseAsync(account, "new-password", ["The two new passwords are not the same."], ct);
            }

            var problems = await changes.ChangePasswordAsync(account.Id, password!, newPassword ?? "", ct);
            return problems.Count == 0
                ? AccountPages.Done(AccountDone.Password)
                : await pages.RefuseAsync(account, "new-password", problems, ct);
        }, ct);

    private static async Task<IResult> RemoveAuthenticatorAsync(
        [FromForm] string? password, AccountPages pages, AccountChanges changes, CancellationToken ct) =>
        await pages.WithPasswordAsync("app-password", password, async account =>
        {
            await changes.RemoveAuthenticatorAsync(account.Id, ct);
            return AccountPages.Done(AccountDone.AuthenticatorRemoved);
        }, ct);

    // The password is judged before the browser makes a passkey: one that is made and then refused would stay on the device.
    private static async Task<IResult> AskForPasskeyAsync(
        [FromForm] string? password, Sessions sessions, Proofs proofs, Passkeys passkeys, CancellationToken ct)
    {
        if (await sessions.CurrentAsync() is not { } account || await proofs.EnabledPersonAsync(account, ct) is not { } person)
        {
            return Results.NotFound();
        }

        return await proofs.PasswordAsync(account, password, ct) switch
        {
            ProofResult.Right => Results.Content(await passkeys.AskForNewAsync(account, person.DisplayName), "application/json"),
            var no => Results.Text(Problems.Of(no, Problems.Password), statusCode: StatusCodes.Status422UnprocessableEntity),
        };
    }

    private static async Task<IResult> AddPasskeyAsync(
        [FromForm] string? credential, [FromForm] string? name,
        Sessions sessions, AccountPages pages, AccountChanges changes, CancellationToken ct)
    {
        if (await sessions.CurrentAsync() is not { } account)
        {
            return Results.NotFound();
        }

        return await changes.AddPasskeyAsync(account.Id, credential, name, ct) switch
        {
            { Done: false } => await pages.RefuseAsync(account, "passkey-password", ["The passkey could not be added. Try again."], ct),
            { RecoveryCodes: { Count: > 0 } codes } => AccountPages.Codes(codes),
            _ => AccountPages.Done(AccountDone.PasskeyAdded),
        };
    }

    private static async Task<IResult> RemovePasskeyAsync(
        [FromForm] string? password, [FromForm] string? id, AccountPages pages, AccountChanges changes, CancellationToken ct) =>
        await pages.WithPasswordAsync($"remove-{id}", password, async account =>
        {
            if (!Base64Url.IsValid(id))
            {
                return Results.BadRequest();
            }

            await changes.RemovePasskeyAsync(account.Id, Base64Url.DecodeFromChars(id), ct);
            return AccountPages.Done(AccountDone.PasskeyRemoved);
        }, ct);

    private static async Task<IResult> NewRecoveryCodesAsync(
        [FromForm] string? password, AccountPages pages, AccountChanges changes, CancellationToken ct) =>
        await pages.WithPasswordAsync(
            "codes-password", password, async account => AccountPages.Codes(await changes.NewRecoveryCodesAsync(account.Id, ct)), ct);
}
