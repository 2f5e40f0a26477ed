using System.Globalization;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Core.Audit;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>An administrator switches an alert on or off, or sets the numbers it goes by; it is scanned by them at once.</summary>
public sealed class ConfigureAlert(
    IUnitOfWork unit, AlertAccess access, IAlertStore alerts, IAuditLog audit, AlertScanner scanner, TimeProvider clock)
{
    public async Task<Outcome<AlertConfiguration>> ExecuteAsync(Caller caller, AlertKind kind, AlertChange change, CancellationToken ct)
    {
        var configured = await unit.RunAsync(token => ConfigureAsync(caller, kind, change, token), ct);
        return await configured.ThenAsync(async configuration =>
        {
            await scanner.ScanAsync([kind], ct);
            return configuration;
        });
    }

    private async Task<Outcome<AlertConfiguration>> ConfigureAsync(Caller caller, AlertKind kind, AlertChange change, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await access.ManageAsync(caller, kind, now, ct)).ThenAsync<Alert, AlertConfiguration>(async before =>
        {
            var wanted = change.Of(before.Configuration);
            if (wanted.Check() is { Count: > 0 } problems)
            {
                return problems.ToArray();
            }

            if (wanted != before.Configuration)
            {
                var after = before.Configure(wanted, now);
                await alerts.SaveAsync([after], ct);
                await audit.AppendAsync(Entries(caller, before, after, now), ct);
            }

            return wanted;
        });
    }

    private static IEnumerable<AuditEntry> Entries(Caller caller, Alert before, Alert after, DateTimeOffset now)
    {
        if (before.Configuration.IsEnabled != after.Configuration.IsEnabled)
        {
            var activity = after.Configuration.IsEnabled ? AuditActivities.AlertEnabled : AuditActivities.AlertDisabled;
            yield return AlertRecord.Entry(after, activity, caller.Id, now);
        }

        var changed = after.Configuration.Thresholds.Where(one => before.Configuration[one.Key] != one.Value).ToList();
        if (changed.Count > 0)
        {
            var entry = AlertRecord.Entry(after, AuditActivities.AlertSettingUpdated, caller.Id, now);
            yield return entry with
            {
                Details = entry.Details.Concat(changed.Select(one => KeyValuePair.Create(
                    one.Key.ToString(), string.Create(CultureInfo.InvariantCulture, $"{before.Configuration[one.Key]} → {one.Value}")))).ToDictionary(),
            };
        }
    }
}
