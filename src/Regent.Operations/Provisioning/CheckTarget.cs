using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>
/// An administrator tries whether a target can be reached and used, as it is set or as it would be. Changes nothing; that somebody tried, and
/// with which other settings, is on record before the target hears of it.
/// </summary>
public sealed class CheckTarget(
    IUnitOfWork unit, TargetAccess access, ITargetStore targets, TargetAskReader reader, TargetDrivers drivers, IAuditLog audit, TimeProvider clock)
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
                ask is null ? TryAsync(caller, target, before: target, now, ct)
                : reader.Read(known, target, ask).ThenAsync(asked => TryAsync(caller, asked, before: target, now, ct)));
        }

        if (await access.ManageRefusalAsync(caller, now, ct) is { } refusal)
        {
            return refusal;
        }

        return ask is null ? TargetAccess.Unknown
            : await reader.Read(TargetId.At(now), before: null, ask).ThenAsync(asked => TryAsync(caller, asked, before: null, now, ct));
    }

    private Task<Outcome<IReadOnlyList<TargetFinding>>> TryAsync(Caller caller, Target target, Target? before, DateTimeOffset now, CancellationToken ct) =>
        drivers.Open(target).ThenAsync(async way =>
        {
            await using (way)
            {
                await NoteAsync(TargetRecord.Entry(target, AuditActivities.TargetChecked, caller.Id, now) with { Reason = Reason(target, before) }, ct);
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

    private string? Reason(Target target, Target? before)
    {
        var others = before is null ? [] : drivers.Of(target.Kind).Settings.Where(setting => target.Settings[setting.Name] != before.Settings[setting.Name]).ToList();
        return before is null ? "It is not there yet." : others.Count > 0 ? $"With other settings: {TargetPlace.Words(others)}." : null;
    }

    private Task<bool> NoteAsync(AuditEntry entry, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            await audit.AppendAsync([entry], token);
            return true;
        },
        ct);
}
