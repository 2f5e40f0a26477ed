using Microsoft.EntityFrameworkCore;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Reads and writes the later work in targets.</summary>
internal static class WakeUpRows
{
    /// <summary>Those of one share in one target.</summary>
    public static IQueryable<WakeUpRow> In(this IQueryable<WakeUpRow> rows, TargetId target, TargetShare share) => share == TargetShare.People
        ? rows.Where(row => row.TargetId == target.Value && row.Work == TargetWork.Synchronise)
        : rows.Where(row => row.TargetId == target.Value && row.Work != TargetWork.Synchronise);

    /// <summary>What is due longest, and what else of its kind is among the next ones.</summary>
    public static async Task<List<WakeUpRow>> DueAsync(
        this RegentDb db, TargetId target, TargetShare share, DateTimeOffset now, int most, CancellationToken ct)
    {
        var due = await db.Set<WakeUpRow>().AsNoTracking().In(target, share).Where(row => row.Due <= now)
            .OrderBy(row => row.Due).ThenBy(row => row.Id).Take(most).ToListAsync(ct);
        return due.FindAll(row => row.Work == due[0].Work);
    }

    public static Task<int> RemoveAsync(this RegentDb db, List<WakeUpRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.Id).ToList();
        return db.Set<WakeUpRow>().Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(ct);
    }

    public static Task<int> PostponeAsync(this RegentDb db, List<WakeUpRow> rows, DateTimeOffset due, CancellationToken ct)
    {
        var ids = rows.Select(row => row.Id).ToList();
        return db.Set<WakeUpRow>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(update => update.SetProperty(row => row.Due, due), ct);
    }
}
