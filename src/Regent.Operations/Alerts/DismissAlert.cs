using Regent.Core;
using Regent.Core.Alerts;
using Regent.Core.Audit;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>An administrator has seen what an alert found and lets it be, until it finds something new. Done twice it changes nothing.</summary>
public sealed class DismissAlert(IUnitOfWork unit, AlertAccess access, IAlertStore alerts, IAuditLog audit, TimeProvider clock)
{
    public Task<Outcome<Alert>> ExecuteAsync(Caller caller, AlertKind kind, CancellationToken ct) =>
        unit.RunAsync(token => DismissAsync(caller, kind, token), ct);

    private async Task<Outcome<Alert>> DismissAsync(Caller caller, AlertKind kind, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await access.ManageAsync(caller, kind, now, ct)).ThenAsync(async alert =>
        {
            if (alert.IsActive)
            {
                await alerts.SaveAsync([alert.Dismiss(now)], ct);
                await audit.AppendAsync([AlertRecord.Entry(alert, AuditActivities.AlertDismissed, caller.Id, now)], ct);
            }

            return alert.Dismiss(now);
        });
    }
}
