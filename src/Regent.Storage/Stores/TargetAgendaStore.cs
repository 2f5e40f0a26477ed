using Microsoft.EntityFrameworkCore;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>The part of the agenda that is about targets.</summary>
internal sealed class TargetAgendaStore(Session session, ILanes lanes) : ITargetAgenda
{
    // These go with the next rows that are written.
    private const int Few = 8;

    public async Task WakeAsync(TargetId target, IReadOnlyCollection<WakeUp> wakeUps, DateTimeOffset now, CancellationToken ct)
    {
        var rows = wakeUps.Select(one => new WakeUpRow
        {
            Id = Guid.CreateVersion7(now),
            TargetId = target.Value,
            Work = one.Work,
            Subject = one.Subject,
            Due = one.Due,
        }).ToList();
        if (rows.Count > Few)
        {
            await session.WriteAsync(
                async db =>
                {
                    await db.InsertAsync(rows, ct);
                    return true;
                },
                ct);
            return;
        }

        rows.ForEach(session.Add);
    }

    public async Task WakeOnceAsync(TargetId target, IReadOnlyCollection<WakeUp> wakeUps, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var some in wakeUps.Where(one => one.Due <= now).GroupBy(one => one.Work))
        {
            var subjects = some.Select(one => one.Subject).ToList();
            await session.WriteAsync(
                db => db.Set<WakeUpRow>().Where(row => row.TargetId == target.Value && row.Due <= now && row.Work == some.Key
                    && subjects.Contains(row.Subject)).ExecuteDeleteAsync(ct),
                ct);
        }

        await WakeAsync(target, [.. wakeUps.Distinct()], now, ct);
    }

    public async Task PlanAsync(TargetId target, WakeUp wakeUp, DateTimeOffset now, CancellationToken ct)
    {
        await session.WriteAsync(
            db => db.Set<WakeUpRow>().Where(row => row.TargetId == target.Value && row.Work == wakeUp.Work && row.Subject == wakeUp.Subject
                && row.Due > now).ExecuteDeleteAsync(ct),
            ct);
        await WakeAsync(target, [wakeUp], now, ct);
    }

    public Task<IAgendaLane?> EnterAsync(TargetId target, TargetShare share, DateTimeOffset now, int most, CancellationToken ct) =>
        lanes.EnterAsync(target, share, now, most, ct);

    public Task<DateTimeOffset?> NextDueAsync(TargetId target, TargetShare share, CancellationToken ct) => session.ReadAsync(
        db => db.Set<WakeUpRow>().In(target, share).OrderBy(row => row.Due).Select(row => (DateTimeOffset?)row.Due)
            .FirstOrDefaultAsync(ct),
        ct);
}
