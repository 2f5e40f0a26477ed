using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;

namespace Regent.Storage.Accounts;

/// <summary>Keeps the one-time links to choose a password with, as hashes.</summary>
public sealed class PasswordLinkStore
{
    private readonly IUnitOfWork unit;
    private readonly Session session;

    internal PasswordLinkStore(IUnitOfWork unit, Session session)
    {
        this.unit = unit;
        this.session = session;
    }

    /// <summary>Adds a link, and lets go of all that have expired.</summary>
    public Task AddAsync(Guid account, byte[] hash, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken ct) => WriteAsync(
        async db =>
        {
            await db.PasswordLinks.Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(ct);
            var stamp = await db.Users.Where(row => row.Id == account).Select(row => row.SecurityStamp).SingleOrDefaultAsync(ct);
            db.PasswordLinks.Add(new StoredPasswordLink { Hash = hash, AccountId = account, Stamp = stamp ?? "", ExpiresAt = expiresAt });
            return true;
        },
        ct);

    /// <summary>The account of a link that is good; null when there is none such, or it has expired, or the account was changed since.</summary>
    public Task<Guid?> FindAsync(byte[] hash, DateTimeOffset now, CancellationToken ct) =>
        session.ReadAsync(db => Good(db, hash, now).SingleOrDefaultAsync(ct), ct);

    /// <summary>Uses up a good link and with it all others of its account; null when it is not good, or no longer.</summary>
    public Task<Guid?> TryTakeAsync(byte[] hash, DateTimeOffset now, CancellationToken ct) => WriteAsync(
        async db => await Good(db, hash, now).SingleOrDefaultAsync(ct) is { } account
            && await db.PasswordLinks.Where(link => link.AccountId == account).ExecuteDeleteAsync(ct) > 0
                ? account
                : (Guid?)null,
        ct);

    private static IQueryable<Guid?> Good(RegentDb db, byte[] hash, DateTimeOffset now) =>
        from link in db.PasswordLinks
        where link.Hash == hash && link.ExpiresAt > now
            && link.Stamp == (db.Users.Where(row => row.Id == link.AccountId).Select(row => row.SecurityStamp).FirstOrDefault() ?? "")
        select (Guid?)link.AccountId;

    private Task<T> WriteAsync<T>(Func<RegentDb, Task<T>> write, CancellationToken ct) =>
        unit.RunAsync(token => session.WriteAsync(write, token), ct);
}
