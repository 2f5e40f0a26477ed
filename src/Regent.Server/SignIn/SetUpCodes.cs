using Microsoft.EntityFrameworkCore;
using Regent.Storage;
using Regent.Storage.Accounts;

namespace Regent.Server.SignIn;

/// <summary>The code that lets the first administrator in. It exists only while there is no account, and works once.</summary>
internal sealed class SetUpCodes(IDbContextFactory<RegentDb> databases, TimeProvider clock)
{
    /// <summary>Makes a new code, which ends the one before; null when there is an account already.</summary>
    public async Task<string?> RenewAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.SetUpCodes.ExecuteDeleteAsync(ct);
        if (await db.Users.AnyAsync(ct))
        {
            return null;
        }

        var code = RecoveryCodes.NewCode();
        db.SetUpCodes.Add(new SetUpCode { Hash = RecoveryCodes.Hash(code), CreatedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        return code;
    }

    /// <summary>Whether there is anything to set up.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return !await db.Users.AnyAsync(ct);
    }

    /// <summary>Uses the code up; false when it is wrong, was used, or is not needed any more.</summary>
    public async Task<bool> TryTakeAsync(string? code, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var hash = RecoveryCodes.Hash(code);
        return await db.SetUpCodes.Where(row => row.Hash == hash && !db.Users.Any()).ExecuteDeleteAsync(ct) == 1;
    }
}
