using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>SQLite has one node, which remembers itself in which targets it is at work.</summary>
internal sealed class RememberedLanes(IDbContextFactory<RegentDb> factory, Session session, UnitOfWork unit) : ILanes
{
    private readonly ConcurrentDictionary<(TargetId Target, TargetShare Share), bool> entered = new();

    public async Task<IAgendaLane?> EnterAsync(TargetId target, TargetShare share, DateTimeOffset now, int most, CancellationToken ct)
    {
        if (!entered.TryAdd((target, share), true))
        {
            return null;
        }

        var lane = new Lane(target, share, this);
        try
        {
            await using var db = await factory.CreateDbContextAsync(ct);
            lane.Rows = await db.DueAsync(target, share, now, most, ct);
        }
        catch
        {
            await lane.DisposeAsync();
            throw;
        }

        if (lane.Rows.Count > 0)
        {
            return lane;
        }

        await lane.DisposeAsync();
        return null;
    }

    private Task<int> WriteAsync(Func<RegentDb, Task<int>> write, CancellationToken ct) =>
        unit.RunAsync(token => session.WriteAsync(write, token), ct);

    private sealed class Lane(TargetId target, TargetShare share, RememberedLanes lanes) : IAgendaLane
    {
        public List<WakeUpRow> Rows { get; set; } = [];

        public IReadOnlyList<WakeUp> Items => [.. Rows.Select(row => row.ToCore())];

        public Task DoneAsync(CancellationToken ct) => lanes.WriteAsync(db => db.RemoveAsync(Rows, ct), ct);

        public Task PostponeAsync(DateTimeOffset due, CancellationToken ct) => lanes.WriteAsync(db => db.PostponeAsync(Rows, due, ct), ct);

        public ValueTask DisposeAsync()
        {
            lanes.entered.TryRemove((target, share), out _);
            return ValueTask.CompletedTask;
        }
    }
}
