using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;

namespace Regent.Storage.Accounts;

/// <summary>Keeps the keys of tokens, for all servers on the database.</summary>
public sealed class TokenKeyStore
{
    private readonly IUnitOfWork unit;
    private readonly Session session;

    internal TokenKeyStore(IUnitOfWork unit, Session session)
    {
        this.unit = unit;
        this.session = session;
    }

    /// <summary>All of them, the newest first.</summary>
    public Task<IReadOnlyList<TokenKey>> ListAsync(CancellationToken ct) => session.ReadAsync<IReadOnlyList<TokenKey>>(
        async db => await db.TokenKeys.AsNoTracking().OrderByDescending(key => key.CreatedAt).ThenByDescending(key => key.Id).ToListAsync(ct), ct);

    /// <summary>Adds a key, unless there is one that is younger than so; of servers that try at once, one does.</summary>
    public Task AddAsync(TokenKey key, DateTimeOffset unlessSince, CancellationToken ct) => unit.RunAsync(
        token => session.WriteAsync(
            async db =>
            {
                if (!await db.TokenKeys.AnyAsync(one => one.CreatedAt > unlessSince, token))
                {
                    db.TokenKeys.Add(key);
                }

                return true;
            },
            token),
        ct);

    /// <summary>Removes keys that were made before a moment.</summary>
    public Task RemoveAsync(DateTimeOffset before, CancellationToken ct) => unit.RunAsync(
        token => session.WriteAsync(db => db.TokenKeys.Where(key => key.CreatedAt < before).ExecuteDeleteAsync(token), token), ct);
}
