using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>Shows readers how every target stands.</summary>
public sealed class ListTargets(ITargetStore targets, ILedger ledger, TargetDrivers drivers, TargetAccess access, TimeProvider clock)
{
    public async Task<Outcome<IReadOnlyList<TargetSummary>>> ExecuteAsync(Caller caller, CancellationToken ct)
    {
        if (await access.ReadRefusalAsync(caller, clock.GetUtcNow(), ct) is { } refusal)
        {
            return refusal;
        }

        var (health, counts) = (await targets.HealthAsync(ct), (await ledger.CountAsync(ct)).ToLookup(count => count.Target));
        var all = new List<TargetSummary>();
        foreach (var target in await targets.ListAsync(ct))
        {
            var outside = (await ledger.DriftAsync(target.Id, ct)).Count(drift => drift.IgnoredAt is null);
            all.Add(new TargetSummary(
                drivers.Shown(target), drivers.Of(target.Kind), health.GetValueOrDefault(target.Id) ?? new TargetHealth(target.Id),
                counts[target.Id].ToDictionary(count => count.State, count => count.Count), outside)
            {
                Failing = counts[target.Id].Sum(count => count.Failing),
                FailingSince = counts[target.Id].Min(count => count.FailingSince),
            });
        }

        return new Outcome<IReadOnlyList<TargetSummary>>.Done(all);
    }
}
