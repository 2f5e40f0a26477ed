using Regent.Core.Alerts;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>Looks at what is wrong with targets, again and again, and scans an alert only when it would say something else than before.</summary>
public sealed class WatchTargets(ITargetStore targets, IAlertStore alerts, AlertFinder finder, AlertScanner scanner, TimeProvider clock)
{
    public async Task ExecuteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = (await alerts.ListAsync(ct)).Where(alert => TargetTroubles.Kinds.Contains(alert.Kind) && alert.Configuration.IsEnabled).ToList();
        if (known.TrueForAll(alert => alert.IncidentCount == 0) && (await targets.ListAsync(ct)).Count == 0)
        {
            return;
        }

        var changed = new List<AlertKind>();
        foreach (var alert in known)
        {
            var next = alert.Scan(await finder.CountAsync(alert.Configuration, now, ct), now);
            if ((next.IncidentCount, next.IsActive) != (alert.IncidentCount, alert.IsActive))
            {
                changed.Add(alert.Kind);
            }
        }

        if (changed.Count > 0)
        {
            await scanner.ScanAsync(changed, ct);
        }
    }
}
