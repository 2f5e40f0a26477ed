using Regent.Core.Alerts;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>Finds what is wrong with targets and with what is in them.</summary>
public sealed class TargetTroubles(ITargetStore targets, ILedger ledger)
{
    /// <summary>The alerts that are about targets.</summary>
    public static IReadOnlyList<AlertKind> Kinds { get; } = [AlertKind.AccessOutsideRegent, AlertKind.TargetNotAnswering, AlertKind.RevocationOverdue];

    /// <summary>What an alert about targets finds, the newest first; nothing for any other.</summary>
    public async Task<IReadOnlyList<AlertIncident>> FindAsync(AlertConfiguration configuration, DateTimeOffset now, CancellationToken ct)
    {
        IEnumerable<AlertIncident> found = configuration.Kind switch
        {
            AlertKind.AccessOutsideRegent => await OutsideAsync(ct),
            AlertKind.TargetNotAnswering => await SilentAsync(now, ct),
            AlertKind.RevocationOverdue => await OverdueAsync(now - configuration.Grace(), ct),
            _ => [],
        };
        return [.. found.OrderByDescending(incident => incident.Since).ThenBy(incident => incident.Id)];
    }

    private async Task<List<AlertIncident>> OutsideAsync(CancellationToken ct)
    {
        var found = new List<AlertIncident>();
        foreach (var target in await targets.ListAsync(ct))
        {
            found.AddRange((await ledger.DriftAsync(target.Id, ct)).Where(drift => drift.IgnoredAt is null).Select(drift => new AlertIncident.OfDrift(drift)));
        }

        return found;
    }

    // One that is paused is not called, and so cannot come back by itself; its page says that what is due waits.
    private async Task<List<AlertIncident>> SilentAsync(DateTimeOffset now, CancellationToken ct)
    {
        var live = (await targets.ListAsync(ct)).Where(target => target.State == TargetState.Live).Select(target => target.Id).ToHashSet();
        var silent = (await targets.HealthAsync(ct)).Values.Where(health => health.IsOpen && live.Contains(health.Target));
        return [.. silent.Select(health => new AlertIncident.OfTarget(health, health.FailingSince ?? now))];
    }

    private async Task<List<AlertIncident>> OverdueAsync(DateTimeOffset latest, CancellationToken ct)
    {
        var found = new List<AlertIncident>();
        var query = new LedgerQuery { State = LedgerState.Ending };
        await foreach (var one in WholeList.ReadAsync(page => ledger.ListAsync(query, page, ct)))
        {
            if (one.Entry.Since <= latest)
            {
                found.Add(new AlertIncident.OfEntry(one.Entry, one.Principal?.Id));
            }
        }

        return found;
    }
}
