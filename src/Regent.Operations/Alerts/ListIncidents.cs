using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>What an alert finds at this moment, for readers.</summary>
public sealed class ListIncidents(AlertAccess access, AlertFinder finder, IncidentNames names, TimeProvider clock)
{
    public async Task<Outcome<Page<ListedIncident>>> ExecuteAsync(Caller caller, AlertKind kind, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await access.ReadAsync(caller, kind, now, ct)).ThenAsync(async alert =>
        {
            var found = await finder.ListAsync(alert.Configuration, page, now, ct);
            var named = await names.OfAsync(found, ct);
            return page.WantsTotal ? named with { Total = (await finder.CountAsync(alert.Configuration, now, ct)).Count } : named;
        });
    }
}
