using Microsoft.EntityFrameworkCore;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Adds the lines and receipts that claims lack, in stretches that the database takes at once.</summary>
internal static class LedgerClaims
{
    private const int Stretch = 500;

    public static async Task<IReadOnlySet<LedgerEntryId>> WriteAsync(
        RegentDb db, IReadOnlyCollection<LedgerClaim> claims, DateTimeOffset now, CancellationToken ct)
    {
        var lines = new HashSet<LedgerEntryId>();
        foreach (var some in claims.Chunk(Stretch))
        {
            var known = await LinesAsync(db, some, ct);
            foreach (var claim in some.Where(claim => !known.ContainsKey((claim.Target.Value, claim.Holding))))
            {
                var entry = LedgerEntry.New(claim.Target, claim.Holding, claim.Begins, now);
                known.Add((claim.Target.Value, claim.Holding), entry.Id.Value);
                db.Add(LedgerRow.Of(entry));
            }

            await AddReceiptsAsync(db, some, known, now, ct);
            lines.UnionWith(some.Select(claim => new LedgerEntryId(known[(claim.Target.Value, claim.Holding)])));
        }

        return lines;
    }

    private static async Task<Dictionary<(Guid Target, Holding Holding), Guid>> LinesAsync(
        RegentDb db, IReadOnlyCollection<LedgerClaim> claims, CancellationToken ct)
    {
        var targets = claims.Select(claim => claim.Target.Value).Distinct().ToList();
        var keys = claims.Select(claim => HoldingKey.Of(claim.Holding)).Distinct().ToList();
        return (await db.Set<LedgerRow>().AsNoTracking().Where(row => targets.Contains(row.TargetId) && keys.Contains(row.Key))
            .Select(row => new { row.Id, row.TargetId, row.Account, row.Entitlement }).ToListAsync(ct))
            .ToDictionary(row => (row.TargetId, new Holding(row.Account, row.Entitlement)), row => row.Id);
    }

    private static async Task AddReceiptsAsync(
        RegentDb db, IReadOnlyCollection<LedgerClaim> claims, Dictionary<(Guid Target, Holding Holding), Guid> lines, DateTimeOffset now,
        CancellationToken ct)
    {
        var ids = claims.Select(claim => lines[(claim.Target.Value, claim.Holding)]).Distinct().ToList();
        var there = (await db.Set<ReceiptRow>().AsNoTracking().Where(row => ids.Contains(row.LedgerId) && row.IsOpen)
            .Select(row => new { row.LedgerId, row.ScheduleId, row.PrincipalId }).ToListAsync(ct))
            .Select(row => (row.LedgerId, row.ScheduleId, row.PrincipalId)).ToHashSet();
        foreach (var claim in claims)
        {
            var line = lines[(claim.Target.Value, claim.Holding)];
            if (there.Add((line, claim.Schedule.Value, claim.Principal.Value)))
            {
                db.Add(ReceiptRow.Of(new Receipt(Guid.CreateVersion7(now), new LedgerEntryId(line), claim.Schedule, claim.Principal, now)));
            }
        }
    }
}
