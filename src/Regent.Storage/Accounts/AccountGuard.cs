using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;

namespace Regent.Storage.Accounts;

/// <summary>
/// What stands between an account and somebody who guesses. Each act is one statement in the database, so that many
/// attempts at the same instant, on any number of servers, count as many.
/// </summary>
public sealed class AccountGuard
{
    private readonly IUnitOfWork unit;
    private readonly Session session;

    internal AccountGuard(IUnitOfWork unit, Session session)
    {
        this.unit = unit;
        this.session = session;
    }

    /// <summary>So many wrong attempts in a row lock an account.</summary>
    public const int Attempts = 5;

    /// <summary>How long a locked account takes no attempt.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Counts an attempt before it is judged; false when the account is locked, and then the attempt must not be judged at
    /// all. The last attempt locks at once: only being right, told by <see cref="ForgiveAsync"/>, opens again.
    /// </summary>
    public Task<bool> TryCountAttemptAsync(Guid account, DateTimeOffset now, CancellationToken ct)
    {
        DateTimeOffset? locked = now + LockTime;
        return WriteAsync(
            async db => await db.Users
                .Where(row => row.Id == account && (row.LockoutEnd == null || row.LockoutEnd <= now))
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(row => row.AccessFailedCount, row => row.LockoutEnd != null ? 1 : row.AccessFailedCount + 1)
                        .SetProperty(
                            row => row.LockoutEnd,
                            row => row.LockoutEnd == null && row.AccessFailedCount + 1 >= Attempts ? locked : null),
                    ct) == 1,
            ct);
    }

    /// <summary>Takes back one attempt that was right, but did not yet finish a sign-in: earlier wrong ones stay counted.</summary>
    public Task ReturnAttemptAsync(Guid account, CancellationToken ct) => WriteAsync(
        db => db.Users
            .Where(row => row.Id == account && row.AccessFailedCount > 0)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount - 1)
                    .SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null),
                ct),
        ct);

    /// <summary>Forgets all attempts, after one that was right.</summary>
    public Task ForgiveAsync(Guid account, CancellationToken ct) => WriteAsync(
        db => db.Users
            .Where(row => row.Id == account && row.AccessFailedCount > 0)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null), ct),
        ct);

    /// <summary>When a locked account opens again; null when it is not locked.</summary>
    public Task<DateTimeOffset?> LockedUntilAsync(Guid account, DateTimeOffset now, CancellationToken ct) => session.ReadAsync(
        db => db.Users.Where(row => row.Id == account && row.LockoutEnd > now).Select(row => row.LockoutEnd).SingleOrDefaultAsync(ct), ct);

    /// <summary>The account's security stamp, which every change of it renews; null when there is no such account.</summary>
    public Task<string?> StampAsync(Guid account, CancellationToken ct) => session.ReadAsync(
        db => db.Users.Where(row => row.Id == account).Select(row => row.SecurityStamp).SingleOrDefaultAsync(ct), ct);

    /// <summary>Takes the time step of a one-time code; false when it or a later one was taken before.</summary>
    public Task<bool> TryTakeStepAsync(Guid account, long step, CancellationToken ct) => WriteAsync(
        async db => await db.Users
            .Where(row => row.Id == account && (row.LastTotpStep == null || row.LastTotpStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastTotpStep, step), ct) == 1,
        ct);

    /// <summary>Uses up a recovery code; false when there is none of this hash.</summary>
    public Task<bool> TryTakeRecoveryCodeAsync(Guid account, byte[] hash, CancellationToken ct) => WriteAsync(
        async db => await db.RecoveryCodes.Where(row => row.AccountId == account && row.Hash == hash).ExecuteDeleteAsync(ct) == 1, ct);

    /// <summary>How many recovery codes are left.</summary>
    public Task<int> CountRecoveryCodesAsync(Guid account, CancellationToken ct) =>
        session.ReadAsync(db => db.RecoveryCodes.CountAsync(row => row.AccountId == account, ct), ct);

    /// <summary>Replaces all recovery codes.</summary>
    public Task ReplaceRecoveryCodesAsync(Guid account, IReadOnlyCollection<byte[]> hashes, CancellationToken ct) => WriteAsync(
        async db =>
        {
            await db.RecoveryCodes.Where(row => row.AccountId == account).ExecuteDeleteAsync(ct);
            db.RecoveryCodes.AddRange(hashes.Select(hash => new RecoveryCode { AccountId = account, Hash = hash }));
            return hashes.Count;
        },
        ct);

    private Task<T> WriteAsync<T>(Func<RegentDb, Task<T>> write, CancellationToken ct) =>
        unit.RunAsync(token => session.WriteAsync(write, token), ct);
}
