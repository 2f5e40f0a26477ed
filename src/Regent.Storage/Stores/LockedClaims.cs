using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>In PostgreSQL a claim is a lock on the row, held by a transaction of its own: free again the moment its node is gone.</summary>
internal sealed class LockedClaims(IDbContextFactory<RegentDb> factory, ChangeFeed feed) : IClaims
{
    public async Task<IAgendaClaim?> TakeAsync(DateTimeOffset now, AgendaShare share, CancellationToken ct)
    {
        var db = await factory.CreateDbContextAsync(ct);
        try
        {
            await db.Database.BeginTransactionAsync(ct);
            var utc = now.ToUniversalTime();
            var mails = share == AgendaShare.All;
            var due = await db.Set<AgendaRow>()
                .FromSql($"select * from agenda where due <= {utc} and ({mails} or kind <> 'SendMail') order by due, id limit 1 for update skip locked")
                .AsNoTracking().ToListAsync(ct);
            if (due is [var row])
            {
                return new Claim(row.ToCore(), db, feed);
            }
        }
        catch
        {
            await ReleaseAsync(db);
            throw;
        }

        await ReleaseAsync(db);
        return null;
    }

    public async Task<DateTimeOffset?> NextDueAsync(AgendaShare share, CancellationToken ct)
    {
        await using var db = await factory.CreateDbContextAsync(ct);
        var mails = share == AgendaShare.All;
        var next = await db.Set<AgendaRow>()
            .FromSql($"select * from agenda where {mails} or kind <> 'SendMail' order by due, id limit 1 for key share skip locked")
            .AsNoTracking().ToListAsync(ct);
        return next is [var row] ? row.Due : null;
    }

    private static async ValueTask ReleaseAsync(RegentDb db)
    {
        try
        {
            await (db.Database.CurrentTransaction?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        finally
        {
            await db.DisposeAsync();
        }
    }

    private sealed class Claim(AgendaItem item, RegentDb db, ChangeFeed feed) : IAgendaClaim
    {
        public AgendaItem Item => item;

        public async Task DoneAsync(CancellationToken ct)
        {
            await db.RemoveAsync(item, ct);
            await CommitAsync(ct);
        }

        public async Task RetryAsync(DateTimeOffset now, DateTimeOffset due, string error, CancellationToken ct)
        {
            await db.FailAsync(item, now, due, error, ct);
            await CommitAsync(ct);
        }

        public ValueTask DisposeAsync() => ReleaseAsync(db);

        private async Task CommitAsync(CancellationToken ct)
        {
            await db.Database.CommitTransactionAsync(ct);
            feed.Publish();
        }
    }
}
