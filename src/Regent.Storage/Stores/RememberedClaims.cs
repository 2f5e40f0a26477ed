using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>SQLite has one node, which remembers its claims itself; they are gone with its process.</summary>
internal sealed class RememberedClaims(IDbContextFactory<RegentDb> factory, Session session, UnitOfWork unit) : IClaims, IDisposable
{
    private readonly ConcurrentDictionary<Guid, bool> claimed = new();
    private readonly SemaphoreSlim looking = new(1);

    public async Task<IAgendaClaim?> TakeAsync(DateTimeOffset now, AgendaShare share, CancellationToken ct)
    {
        await looking.WaitAsync(ct);
        try
        {
            if (await FirstFreeAsync(rows => Of(share, rows).Where(row => row.Due <= now), ct) is not { } row)
            {
                return null;
            }

            claimed[row.Id] = true;
            return new Claim(row.ToCore(), this);
        }
        finally
        {
            looking.Release();
        }
    }

    public async Task<DateTimeOffset?> NextDueAsync(AgendaShare share, CancellationToken ct) =>
        (await FirstFreeAsync(rows => Of(share, rows), ct))?.Due;

    public void Dispose() => looking.Dispose();

    private static IQueryable<AgendaRow> Of(AgendaShare share, IQueryable<AgendaRow> rows) =>
        share == AgendaShare.All ? rows : rows.Where(row => row.Kind != AgendaKind.SendMail);

    // What is claimed is noted before the look: who lets go meanwhile has changed the row first, so the look sees it changed.
    private async Task<AgendaRow?> FirstFreeAsync(Func<IQueryable<AgendaRow>, IQueryable<AgendaRow>> which, CancellationToken ct)
    {
        var taken = claimed.Keys.ToHashSet();
        await using var db = await factory.CreateDbContextAsync(ct);
        var first = await which(db.Set<AgendaRow>().AsNoTracking())
            .OrderBy(row => row.Due).ThenBy(row => row.Id).Take(taken.Count + 1).ToListAsync(ct);
        return first.Find(row => !taken.Contains(row.Id));
    }

    private Task<int> WriteAsync(Func<RegentDb, Task<int>> write, CancellationToken ct) =>
        unit.RunAsync(token => session.WriteAsync(write, token), ct);

    private sealed class Claim(AgendaItem item, RememberedClaims claims) : IAgendaClaim
    {
        public AgendaItem Item => item;

        public Task DoneAsync(CancellationToken ct) => claims.WriteAsync(db => db.RemoveAsync(item, ct), ct);

        public Task RetryAsync(DateTimeOffset now, DateTimeOffset due, string error, CancellationToken ct) =>
            claims.WriteAsync(db => db.FailAsync(item, now, due, error, ct), ct);

        public ValueTask DisposeAsync()
        {
            claims.claimed.TryRemove(item.Id, out _);
            return ValueTask.CompletedTask;
        }
    }
}
