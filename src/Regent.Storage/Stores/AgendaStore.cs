using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>
/// The agenda. In PostgreSQL a claim is a locked row, free again the moment its node is gone; SQLite has one node, which
/// remembers its claims itself.
/// </summary>
internal sealed class AgendaStore(Session session, IDbContextFactory<RegentDb> factory, UnitOfWork unit) : IAgenda
{
    private readonly ConcurrentDictionary<Guid, bool> claimed = new();

    public Task AddAsync(AgendaKind kind, Guid subject, DateTimeOffset now, DateTimeOffset due, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            if (!await db.Set<AgendaRow>().AnyAsync(row => row.Kind == kind && row.Subject == subject, ct))
            {
                db.Add(new AgendaRow { Id = Guid.CreateVersion7(now), Kind = kind, Subject = subject, Due = due });
            }

            return true;
        },
        ct);

    public async Task<IAgendaClaim?> ClaimAsync(DateTimeOffset now, CancellationToken ct)
    {
        var db = await factory.CreateDbContextAsync(ct);
        if (db is PostgresRegentDb)
        {
            return await LockedClaim.TakeAsync(db, now, ct);
        }

        await using (db)
        {
            var taken = claimed.Keys.ToList();
            var due = await db.Set<AgendaRow>().AsNoTracking().Where(row => row.Due <= now && !taken.Contains(row.Id))
                .OrderBy(row => row.Due).ThenBy(row => row.Id).Take(8).ToListAsync(ct);
            var mine = due.FirstOrDefault(row => claimed.TryAdd(row.Id, true));
            return mine is null ? null : await ConfirmAsync(db, mine, ct);
        }
    }

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        var taken = claimed.Keys.ToList();
        return session.ReadAsync(
            async db => (await db.Set<AgendaRow>().AsNoTracking().Where(row => !taken.Contains(row.Id))
                .OrderBy(row => row.Due).FirstOrDefaultAsync(ct))?.Due,
            ct);
    }

    public Task<IReadOnlyList<AgendaItem>> FailingAsync(CancellationToken ct) => session.ReadAsync<IReadOnlyList<AgendaItem>>(
        async db => [.. (await db.Set<AgendaRow>().AsNoTracking().Where(row => row.FailingSince != null).OrderBy(row => row.FailingSince)
            .ThenBy(row => row.Id).Take(PageAsk.Largest).ToListAsync(ct)).Select(row => row.ToCore())],
        ct);

    /// <summary>Another hand may have finished the work between the look and the claim.</summary>
    private async Task<IAgendaClaim?> ConfirmAsync(RegentDb db, AgendaRow mine, CancellationToken ct)
    {
        if (await db.Set<AgendaRow>().AsNoTracking().AnyAsync(row => row.Id == mine.Id && row.Attempts == mine.Attempts, ct))
        {
            return new RememberedClaim(mine.ToCore(), session, unit, () => claimed.TryRemove(mine.Id, out _));
        }

        claimed.TryRemove(mine.Id, out _);
        return null;
    }
}
