using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>A claim that is a lock on the row, held by a transaction of its own.</summary>
internal sealed class LockedClaim : IAgendaClaim
{
    private readonly RegentDb db;
    private readonly IDbContextTransaction transaction;

    private LockedClaim(RegentDb db, IDbContextTransaction transaction, AgendaItem item)
    {
        this.db = db;
        this.transaction = transaction;
        Item = item;
    }

    public AgendaItem Item { get; }

    /// <summary>Locks the row that is longest due; null, and the context disposed, when there is none.</summary>
    public static async Task<LockedClaim?> TakeAsync(RegentDb db, DateTimeOffset now, CancellationToken ct)
    {
        IDbContextTransaction? transaction = null;
        try
        {
            transaction = await db.Database.BeginTransactionAsync(ct);
            var utc = now.ToUniversalTime();
            var row = (await db.Set<AgendaRow>()
                .FromSql($"select * from agenda where due <= {utc} order by due, id limit 1 for update skip locked")
                .AsNoTracking().ToListAsync(ct)).SingleOrDefault();
            if (row is not null)
            {
                return new LockedClaim(db, transaction, row.ToCore());
            }
        }
        catch
        {
            await ReleaseAsync(db, transaction);
            throw;
        }

        await ReleaseAsync(db, transaction);
        return null;
    }

    public async Task DoneAsync(CancellationToken ct)
    {
        await db.Set<AgendaRow>().Where(row => row.Id == Item.Id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    public async Task RetryAsync(DateTimeOffset now, DateTimeOffset due, string error, CancellationToken ct)
    {
        await db.FailAsync(Item, now, due, error, ct);
        await transaction.CommitAsync(ct);
    }

    public async ValueTask DisposeAsync() => await ReleaseAsync(db, transaction);

    private static async Task ReleaseAsync(RegentDb db, IDbContextTransaction? transaction)
    {
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }

        await db.DisposeAsync();
    }
}
