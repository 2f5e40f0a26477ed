using Regent.Core.Alerts;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>Looks at alerts and writes where they stand now. Looking is done before anything is written, so that nobody waits for it.</summary>
public sealed class AlertScanner(IUnitOfWork unit, IAlertStore alerts, IAuditLog audit, AlertFinder finder, TimeProvider clock)
{
    /// <summary>Scans, and says how much is found in all.</summary>
    /// <param name="kinds">Which alerts; one that is switched off is left alone.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<int> ScanAsync(IReadOnlyCollection<AlertKind> kinds, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = new Dictionary<AlertKind, AlertCount>();
        foreach (var alert in await alerts.ListAsync(ct))
        {
            if (alert.Configuration.IsEnabled && kinds.Contains(alert.Kind))
            {
                found[alert.Kind] = await finder.CountAsync(alert.Configuration, now, ct);
            }
        }

        await unit.RunAsync(token => WriteAsync(found, now, token), ct);
        return found.Values.Sum(one => one.Count);
    }

    private async Task<int> WriteAsync(Dictionary<AlertKind, AlertCount> found, DateTimeOffset now, CancellationToken ct)
    {
        var before = (await alerts.ListAsync(ct)).Where(alert => alert.Configuration.IsEnabled && found.ContainsKey(alert.Kind)).ToList();
        var after = before.Select(alert => alert.Scan(found[alert.Kind], now)).ToList();
        await alerts.SaveAsync(after, ct);
        await audit.AppendAsync(before.Zip(after).SelectMany(pair => Entries(pair.First, pair.Second, now)), ct);
        return after.Count;
    }

    private static IEnumerable<AuditEntry> Entries(Alert before, Alert after, DateTimeOffset now)
    {
        PrincipalId? nobody = null;
        if (!before.IsActive && after.IsActive)
        {
            yield return AlertRecord.Entry(after, AuditActivities.AlertTriggered, nobody, now);
        }

        if (before.IncidentCount > 0 && after.IncidentCount == 0)
        {
            yield return AlertRecord.Entry(after, AuditActivities.AlertResolved, nobody, now);
        }
    }
}
