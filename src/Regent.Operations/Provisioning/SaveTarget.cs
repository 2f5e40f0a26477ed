using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Provisioning;

/// <summary>
/// An administrator adds a target or changes how it is reached. Nothing is written in it before its plan was seen and it was started; one that
/// is somewhere else now begins anew, and not while anything is left in the old place.
/// </summary>
public sealed class SaveTarget(
    IUnitOfWork unit, ITargetStore targets, ILedger ledger, ITargetAgenda agenda, TargetAccess access, TargetAskReader reader, TargetDrivers drivers,
    IAuditLog audit, TimeProvider clock)
{
    private static readonly Refusal Changed = new(
        RefusalCode.TargetChangedMeanwhile, "Somebody else changed this target since you read it. Look at it again, then change it.");

    /// <param name="caller">The administrator.</param>
    /// <param name="id">Which target; null adds one.</param>
    /// <param name="ask">What it is to be.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<Target>> ExecuteAsync(Caller caller, TargetId? id, TargetAsk ask, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            return id is { } known
                ? await (await access.ManageAsync(caller, known, now, token)).ThenAsync(before => ChangeAsync(caller, before, ask, now, token))
                : await access.ManageRefusalAsync(caller, now, token) is { } refusal
                    ? refusal
                    : await reader.Read(TargetId.At(now), before: null, ask).ThenAsync(
                        target => WriteAsync(target, TargetRecord.Entry(target, AuditActivities.TargetAdded, caller.Id, now), now, token));
        },
        ct);

    private async Task<Outcome<Target>> ChangeAsync(Caller caller, Target before, TargetAsk ask, DateTimeOffset now, CancellationToken ct)
    {
        if (ask.Version is { } version && version != before.Version)
        {
            return Changed;
        }

        return await reader.Read(before.Id, before, ask).ThenAsync(async target =>
        {
            var entry = TargetRecord.Entry(target, AuditActivities.TargetUpdated, caller.Id, now);
            var moved = TargetPlace.Moved(drivers.Of(target.Kind), before.Settings, target.Settings);
            return moved.Count == 0 ? await WriteAsync(target, entry, now, ct)
                : !ask.HasMoved && await StrandedAsync(before, moved, ct) is { } refusal ? refusal
                : await MoveAsync(target, ask.HasMoved, entry with { Reason = Reason(moved, ask.HasMoved) }, now, ct);
        });
    }

    // What was given in the old place must not be forgotten there: nobody would take it back.
    private async Task<Refusal?> StrandedAsync(Target target, IReadOnlyList<TargetSetting> moved, CancellationToken ct)
    {
        var there = (await ledger.OpenInAsync(target.Id, ct)).Count(entry => MayBeThere(target, entry));
        return there == 0 ? null : new Refusal(
            RefusalCode.InvalidTarget,
            $"Regent gave {(there == 1 ? "1 access" : $"{there} accesses")} in {target.Name}, and with another {TargetPlace.Words(moved)} nobody would take that back "
            + "there. Remove its mappings and wait until all is gone, then change it. If it is the same system under another address, say so (moved).")
        {
            Target = "moved",
        };
    }

    // Where nobody works, what was only owed was never given.
    private static bool MayBeThere(Target target, LedgerEntry entry) =>
        entry.MayBeThere && (target.State != TargetState.New || entry.State != LedgerState.Provisioning || entry.IsFailing);

    private static string Reason(IReadOnlyList<TargetSetting> moved, bool isSame) => isSame
        ? $"The same system under another address: {TargetPlace.Words(moved)}."
        : $"Another place: {TargetPlace.Words(moved)}.";

    // What was heard and found in the old place says nothing about the new one.
    private async Task<Outcome<Target>> MoveAsync(Target target, bool isSame, AuditEntry entry, DateTimeOffset now, CancellationToken ct) =>
        await (await WriteAsync(target with { State = TargetState.New }, entry, now, ct)).ThenAsync(async shown =>
        {
            await targets.SaveHealthAsync(new TargetHealth(target.Id), ct);
            if (!isSame)
            {
                await ledger.ChangeDriftAsync([], [.. (await ledger.DriftAsync(target.Id, ct)).Select(drift => drift.Id)], ct);
            }

            return shown;
        });

    private async Task<Outcome<Target>> WriteAsync(Target target, AuditEntry entry, DateTimeOffset now, CancellationToken ct)
    {
        if ((await targets.ListAsync(ct)).Any(other => other.Id != target.Id && string.Equals(other.Name, target.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return new Refusal(RefusalCode.InvalidTarget, $"There is a target named {target.Name} already.") { Target = "name" };
        }

        return await drivers.Try(target).ThenAsync(async _ =>
        {
            await targets.SaveAsync(target, ct);
            await agenda.WakeAsync(target, drivers.FirstWork(target, now), now, ct);
            await audit.AppendAsync([entry], ct);
            return drivers.Shown(target);
        });
    }
}
