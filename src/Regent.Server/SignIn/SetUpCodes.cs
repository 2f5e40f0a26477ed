using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>The code that lets the first administrator in. It exists only while there is no account, and works once.</summary>
internal sealed class SetUpCodes(SetUpCodeStore store, TimeProvider clock)
{
    /// <summary>Makes a new code, which ends the one before; null when there is an account already.</summary>
    public async Task<string?> RenewAsync(CancellationToken ct)
    {
        var code = RecoveryCodes.NewCode();
        return await store.ReplaceAsync(RecoveryCodes.Hash(code), clock.GetUtcNow(), ct) ? code : null;
    }

    /// <summary>Whether there is anything to set up.</summary>
    public Task<bool> IsOpenAsync(CancellationToken ct) => store.IsNeededAsync(ct);

    /// <summary>Uses the code up; false when it is wrong, was used, or is not needed any more.</summary>
    public Task<bool> TryTakeAsync(string? code, CancellationToken ct) => store.TryTakeAsync(RecoveryCodes.Hash(code), ct);
}
