using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>An administrator tries whether a target can be reached and used, as it is set or as it would be. Changes nothing.</summary>
public sealed class CheckTarget(TargetAccess access, ITargetStore targets, TargetAskReader reader, TargetDrivers drivers, TimeProvider clock)
{
    /// <param name="caller">The administrator.</param>
    /// <param name="id">Which target; null is one that is not there yet.</param>
    /// <param name="ask">What it would be; null is as it is.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<IReadOnlyList<TargetFinding>>> ExecuteAsync(Caller caller, TargetId? id, TargetAsk? ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (id is { } known)
        {
            return await (await access.ManageAsync(caller, known, now, ct)).ThenAsync(target =>
                ask is null ? TryAsync(target, ct) : reader.Read(known, target, ask).ThenAsync(asked => TryAsync(asked, ct)));
        }

        if (await access.ManageRefusalAsync(caller, now, ct) is { } refusal)
        {
            return refusal;
        }

        return ask is null ? TargetAccess.Unknown : await reader.Read(TargetId.At(now), before: null, ask).ThenAsync(asked => TryAsync(asked, ct));
    }

    private Task<Outcome<IReadOnlyList<TargetFinding>>> TryAsync(Target target, CancellationToken ct) =>
        drivers.Open(target).ThenAsync(async way =>
        {
            await using (way)
            {
                var findings = await way.CheckAsync(ct);
                return findings.All(finding => finding.IsGood) ? [.. findings, .. await MissingAsync(target, way, ct)] : findings;
            }
        });

    // What may not be read is not found either, and would else be told of only when somebody is to have it.
    private async Task<IEnumerable<TargetFinding>> MissingAsync(Target target, ITarget way, CancellationToken ct)
    {
        var mapped = (await targets.MappingsAsync(target.Id, ct)).SelectMany(mapping => mapping.Entitlements).ToHashSet(target.Kind.Names());
        var list = mapped.Count > 0 ? await way.ListAsync(mapped, ct) : new TargetList([], [], Trouble: null);
        return list.Unknown.Select(one => new TargetFinding(
            IsGood: false, $"{one} is mapped and not found: it was removed, or Regent's account may no longer read it."));
    }
}
