using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>One thing an alert finds, for readers.</summary>
public sealed class GetIncident(AlertAccess access, AlertFinder finder, IncidentNames names, TimeProvider clock)
{
    public async Task<Outcome<ListedIncident>> ExecuteAsync(Caller caller, AlertKind kind, Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await access.ReadAsync(caller, kind, now, ct)).ThenAsync<Alert, ListedIncident>(async alert =>
            await finder.FindAsync(alert.Configuration, id, now, ct) is { } found
                ? (await names.OfAsync(new Page<AlertIncident>([found], Next: null), ct)).Items[0]
                : Refusals.UnknownAlert);
    }
}
