using Microsoft.EntityFrameworkCore;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>The ledgers of all targets, with the receipts and what was found beside them.</summary>
internal sealed class LedgerStore(Session session) : ILedger
{
    public Task<IReadOnlySet<LedgerEntryId>> ClaimAsync(IReadOnlyCollection<LedgerClaim> claims, DateTimeOffset now, CancellationToken ct) =>
        session.WriteAsync(db => LedgerClaims.WriteAsync(db, claims, now, ct), ct);

    public Task<IReadOnlyList<LedgerLine>> LinesAsync(IReadOnlyCollection<LedgerEntryId> ids, CancellationToken ct)
    {
        var wanted = ids.Select(id => id.Value).ToList();
        return session.ReadAsync<IReadOnlyList<LedgerLine>>(
            async db =>
            {
                var entries = await Entries(db).Where(row => wanted.Contains(row.Id)).ToListAsync(ct);
                var open = (await db.Set<ReceiptRow>().AsNoTracking().Where(row => wanted.Contains(row.LedgerId) && row.IsOpen)
                    .Join(db.Set<ScheduleRow>().AsNoTracking(), row => row.ScheduleId, row => row.Id, (receipt, schedule) => new { receipt, schedule })
                    .ToListAsync(ct)).ToLookup(pair => pair.receipt.LedgerId, pair => (pair.receipt.ToCore(), pair.schedule.ToCore()));
                return [.. entries.Select(row => new LedgerLine(row.ToCore(), [.. open[row.Id]]))];
            },
            ct);
    }

    public Task<IReadOnlyList<LedgerEntry>> OpenOfAsync(PrincipalId principal, CancellationToken ct) => EntriesAsync(
        db => Entries(db).Where(row => db.Set<ReceiptRow>().Any(
            receipt => receipt.LedgerId == row.Id && receipt.IsOpen && receipt.PrincipalId == principal.Value)),
        ct);

    public Task<IReadOnlyList<LedgerEntry>> OpenInAsync(TargetId target, CancellationToken ct) => EntriesAsync(
        db => Entries(db).Where(row => row.TargetId == target.Value
            && ((row.State != LedgerState.Planned && row.State != LedgerState.Gone)
                || db.Set<ReceiptRow>().Any(receipt => receipt.LedgerId == row.Id && receipt.IsOpen))),
        ct);

    public Task<LedgerEntry?> FindLineAsync(TargetId target, Holding holding, CancellationToken ct)
    {
        var key = HoldingKey.Of(holding);
        return session.ReadAsync(
            async db => (await Entries(db).FirstOrDefaultAsync(row => row.TargetId == target.Value && row.Key == key, ct))?.ToCore(), ct);
    }

    public Task PutAsync(LedgerEntry entry, CancellationToken ct) => session.WriteAsync(
        async db => await Entries(db).AnyAsync(row => row.Id == entry.Id.Value, ct) ? db.Update(LedgerRow.Of(entry)) : db.Add(LedgerRow.Of(entry)), ct);

    public Task SaveAsync(IReadOnlyCollection<LedgerEntry> entries, IReadOnlyCollection<Receipt> receipts, CancellationToken ct) =>
        session.WriteAsync(
            async db =>
            {
                await db.UpdateAsync([.. entries.Select(LedgerRow.Of)], LedgerRow.Changing, ct);
                await db.UpdateAsync([.. receipts.Select(ReceiptRow.Of)], ReceiptRow.Changing, ct);
                return true;
            },
            ct);

    public Task<Page<ListedEntry>> ListAsync(LedgerQuery query, PageAsk page, CancellationToken ct) =>
        session.ReadAsync(db => LedgerList.PageAsync(db, query, page, ct), ct);

    public Task<IReadOnlyList<LedgerCount>> CountAsync(CancellationToken ct) => session.ReadAsync<IReadOnlyList<LedgerCount>>(
        async db => [.. (await Entries(db).GroupBy(row => new { row.TargetId, row.State })
            .Select(some => new
            {
                some.Key,
                Count = some.Count(),
                Failing = some.Count(row => row.FailingSince != null),
                Since = some.Min(row => row.FailingSince),
            }).ToListAsync(ct))
            .Select(some => new LedgerCount(new TargetId(some.Key.TargetId), some.Key.State, some.Count, some.Failing, some.Since))],
        ct);

    public Task<IReadOnlyList<ListedReceipt>> ReceiptsAsync(IReadOnlyCollection<ScheduleId> schedules, CancellationToken ct)
    {
        var wanted = schedules.Select(id => id.Value).ToList();
        return session.ReadAsync<IReadOnlyList<ListedReceipt>>(
            async db => [.. (await db.Set<ReceiptRow>().AsNoTracking().Where(row => wanted.Contains(row.ScheduleId))
                .Join(Entries(db), row => row.LedgerId, row => row.Id, (receipt, entry) => new { receipt, entry })
                .OrderBy(pair => pair.receipt.CreatedAt).ThenBy(pair => pair.receipt.Id).ToListAsync(ct))
                .Select(pair => new ListedReceipt(pair.receipt.ToCore(), pair.entry.ToCore()))],
            ct);
    }

    public Task<IReadOnlySet<ScheduleId>> AwaitedAsync(IReadOnlyCollection<ScheduleId> schedules, DateTimeOffset now, CancellationToken ct)
    {
        var wanted = schedules.Select(id => id.Value).ToList();
        return session.ReadAsync<IReadOnlySet<ScheduleId>>(
            async db => (await (
                from receipt in db.Set<ReceiptRow>()
                where wanted.Contains(receipt.ScheduleId) && receipt.IsOpen && receipt.ObservedAt == null
                join schedule in db.Set<ScheduleRow>() on receipt.ScheduleId equals schedule.Id
                where schedule.Start <= now && schedule.EffectiveEnd > now
                join entry in db.Set<LedgerRow>() on receipt.LedgerId equals entry.Id
                join target in db.Set<TargetRow>() on entry.TargetId equals target.Id
                where target.State == TargetState.Live
                select receipt.ScheduleId).Distinct().ToListAsync(ct)).Select(id => new ScheduleId(id)).ToHashSet(),
            ct);
    }

    public Task<IReadOnlyList<Drift>> DriftAsync(TargetId target, CancellationToken ct) => session.ReadAsync<IReadOnlyList<Drift>>(
        async db => [.. (await db.Set<DriftRow>().AsNoTracking().Where(row => row.TargetId == target.Value)
            .OrderBy(row => row.Account).ThenBy(row => row.Entitlement).ToListAsync(ct)).Select(row => row.ToCore())],
        ct);

    public Task<Drift?> FindDriftAsync(Guid id, CancellationToken ct) => session.ReadAsync(
        async db => (await db.Set<DriftRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct))?.ToCore(), ct);

    public Task ChangeDriftAsync(IReadOnlyCollection<Drift> saved, IReadOnlyCollection<Guid> removed, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var ids = saved.Select(one => one.Id).ToList();
            var known = await db.Set<DriftRow>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct);
            foreach (var drift in saved)
            {
                _ = known.Contains(drift.Id) ? db.Update(DriftRow.Of(drift)) : db.Add(DriftRow.Of(drift));
            }

            return await db.Set<DriftRow>().Where(row => removed.Contains(row.Id)).ExecuteDeleteAsync(ct);
        },
        ct);

    private static IQueryable<LedgerRow> Entries(RegentDb db) => db.Set<LedgerRow>().AsNoTracking();

    private Task<IReadOnlyList<LedgerEntry>> EntriesAsync(Func<RegentDb, IQueryable<LedgerRow>> which, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<LedgerEntry>>(async db => [.. (await which(db).ToListAsync(ct)).Select(row => row.ToCore())], ct);
}
