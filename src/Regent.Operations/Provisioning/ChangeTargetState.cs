using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Provisioning;

/// <summary>An administrator lets Regent write in a target, or stops it for a while.</summary>
public sealed class ChangeTargetState(
    IUnitOfWork unit, ITargetStore targets, ILedger ledger, ITargetAgenda agenda, TargetAccess access, TargetDrivers drivers, IAuditLog audit, TimeProvider clock)
{
    private static readonly Refusal NotSeen = new(
        RefusalCode.InvalidTarget, "Nobody has looked yet what Regent would do there as the target is set now. Look at the plan first, then start it.");

    /// <summary>
    /// Has access land there from now on. A new target must have been looked at before, and what Regent gave there when it was somewhere
    /// else is looked at again.
    /// </summary>
    public Task<Outcome<Target>> StartAsync(Caller caller, TargetId id, CancellationToken ct) => ChangeAsync(
        caller, id, TargetState.Live, AuditActivities.TargetStarted,
        target => target.State == TargetState.New && target.PlannedVersion != target.Version ? NotSeen : null, ct);

    /// <summary>Writes nothing there for now, not even to take access back; what falls due waits.</summary>
    public Task<Outcome<Target>> PauseAsync(Caller caller, TargetId id, CancellationToken ct) => ChangeAsync(
        caller, id, TargetState.Paused, AuditActivities.TargetPaused,
        target => target.State == TargetState.New ? new Refusal(RefusalCode.InvalidTarget, "It was not started yet.") : null, ct);

    private Task<Outcome<Target>> ChangeAsync(
        Caller caller, TargetId id, TargetState state, string activity, Func<Target, Refusal?> mayNot, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            return await (await access.ManageAsync(caller, id, now, token)).ThenAsync(async target =>
                target.State == state ? drivers.Shown(target)
                : mayNot(target) is { } refusal ? (Outcome<Target>)refusal
                : await WriteAsync(caller, target, state, activity, now, token));
        },
        ct);

    private async Task<Outcome<Target>> WriteAsync(
        Caller caller, Target before, TargetState state, string activity, DateTimeOffset now, CancellationToken ct)
    {
        var target = before with { State = state };
        var known = before.State == TargetState.New ? await ledger.OpenInAsync(target.Id, ct) : [];
        await targets.SaveAsync(target, ct);
        await agenda.WakeAsync(
            target, [.. drivers.FirstWork(target, now), .. known.Select(entry => new WakeUp(TargetWork.Converge, entry.Id.Value, now))], now, ct);
        await audit.AppendAsync([TargetRecord.Entry(target, activity, caller.Id, now)], ct);
        return drivers.Shown(target);
    }
}
