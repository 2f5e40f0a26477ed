using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Writes that work failed, and when it is due again.</summary>
internal static class AgendaFailure
{
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
