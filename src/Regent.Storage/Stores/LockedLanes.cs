using Microsoft.EntityFrameworkCore;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>In PostgreSQL whoever works in a target holds a lock in a transaction of its own: free again the moment its node is gone.</summary>
internal sealed class LockedLanes(IDbContextFactory<RegentDb> factory, ChangeFeed feed) : ILanes
{
    public async Task<IAgendaLane?> EnterAsync(TargetId target, TargetShare share, DateTimeOffset now, int most, CancellationToken ct)
    {
        var db = await factory.CreateDbContextAsync(ct);
        var lane = new Lane(db, feed);
        try
        {
            await db.Database.BeginTransactionAsync(ct);
            var key = Key(target, share);
            if ((await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({key}) as \"Value\"").ToListAsync(ct)) is [true]
                && await db.DueAsync(target, share, now, most, ct) is { Count: > 0 } due)
            {
                lane.Rows = due;
                return lane;
            }
        }
        catch
        {
            await lane.DisposeAsync();
            throw;
        }

        await lane.DisposeAsync();
        return null;
    }

    private static long Key(TargetId target, TargetShare share)
    {
        var bytes = target.Value.ToByteArray();
        return BitConverter.ToInt64(bytes, 0) ^ BitConverter.ToInt64(bytes, sizeof(long)) ^ (long)share;
    }

    private sealed class Lane(RegentDb db, ChangeFeed feed) : IAgendaLane
    {
        public List<WakeUpRow> Rows { get; set; } = [];

        public IReadOnlyList<WakeUp> Items => [.. Rows.Select(row => row.ToCore())];

        public async Task DoneAsync(CancellationToken ct)
        {
            await db.RemoveAsync(Rows, ct);
            await CommitAsync(ct);
        }

        public async Task PostponeAsync(DateTimeOffset due, CancellationToken ct)
        {
            await db.PostponeAsync(Rows, due, ct);
            await CommitAsync(ct);
        }

        public async ValueTask DisposeAsync()
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

        private async Task CommitAsync(CancellationToken ct)
        {
            await db.Database.CommitTransactionAsync(ct);
            feed.Publish();
        }
    }
}
