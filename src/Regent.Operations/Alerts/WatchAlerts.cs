using Regent.Core.Alerts;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>Scans every alert once a day and after each start, and plans the next day's scan. Safe to run twice.</summary>
public sealed class WatchAlerts(IUnitOfWork unit, IAgenda agenda, IAlertStore alerts, AlertScanner scanner, TimeProvider clock)
{
    private static readonly TimeOnly OfDay = new(hour: 3, minute: 0);

    /// <summary>Puts a scan on the agenda at once; at start-up, where much may have changed since the last.</summary>
    public Task PlanAsync(CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            await agenda.AddTodayAsync(AgendaKind.ScanAlerts, clock.GetUtcNow(), token);
            return true;
        },
        ct);

    public async Task ExecuteAsync(CancellationToken ct)
    {
        await scanner.ScanAsync(Enum.GetValues<AlertKind>(), ct);
        await unit.RunAsync(
            async token =>
            {
                var now = clock.GetUtcNow();
                await alerts.ForgetOperationsAsync(now - AlertOperation.Kept, token);
                await agenda.AddTomorrowAsync(AgendaKind.ScanAlerts, OfDay, now, token);
                return true;
            },
            ct);
    }
}
