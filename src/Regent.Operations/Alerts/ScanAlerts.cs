using Regent.Core;
using Regent.Core.Alerts;
using Regent.Core.Audit;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>An administrator has one alert scanned, or all of them, now.</summary>
public sealed class ScanAlerts(
    IUnitOfWork unit, AlertAccess access, IAlertStore alerts, IAuditLog audit, AlertScanner scanner, TimeProvider clock)
{
    /// <param name="caller">The administrator.</param>
    /// <param name="kind">Which alert; null is all.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<AlertOperation>> ExecuteAsync(Caller caller, AlertKind? kind, CancellationToken ct) =>
        await (await access.ManageAsync(caller, clock.GetUtcNow(), ct)).ThenAsync(async known =>
        {
            var wanted = known.Where(alert => kind is null || alert.Kind == kind).Select(alert => alert.Kind).ToHashSet();
            var found = await scanner.ScanAsync(wanted, ct);
            return await unit.RunAsync(token => RecordAsync(caller, kind, wanted, found, token), ct);
        });

    private async Task<AlertOperation> RecordAsync(
        Caller caller, AlertKind? kind, HashSet<AlertKind> scanned, int found, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var after = (await alerts.ListAsync(ct)).Where(alert => scanned.Contains(alert.Kind));
        await audit.AppendAsync(after.Select(alert => AlertRecord.Entry(alert, AuditActivities.AlertRefreshed, caller.Id, now)), ct);
        var operation = new AlertOperation(
            Guid.CreateVersion7(now), now, kind, Incident: null, found == 1 ? "1 incident was found." : $"{found} incidents were found.");
        await alerts.AddAsync(operation, ct);
        return operation;
    }
}
