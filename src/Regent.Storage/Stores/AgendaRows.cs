using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Writes what became of work that was claimed.</summary>
internal static class AgendaRows
{
    /// <summary>Takes it off the agenda; what was put off while it was being done stays.</summary>
    public static Task<int> RemoveAsync(this RegentDb db, AgendaItem item, CancellationToken ct) =>
        db.Set<AgendaRow>().Where(row => row.Id == item.Id && row.Due == item.Due).ExecuteDeleteAsync(ct);

    public static Task<int> FailAsync(
        this RegentDb db, AgendaItem item, DateTimeOffset now, DateTimeOffset due, string error, CancellationToken ct)
    {
        var since = item.FailingSince ?? now;
        return db.Set<AgendaRow>().Where(row => row.Id == item.Id).ExecuteUpdateAsync(
            update => update
                .SetProperty(row => row.Due, due)
                .SetProperty(row => row.Attempts, item.Attempts + 1)
                .SetProperty(row => row.LastError, error)
                .SetProperty(row => row.FailingSince, since),
            ct);
    }
}
