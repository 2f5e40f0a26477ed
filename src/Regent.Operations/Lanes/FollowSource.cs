using Microsoft.Extensions.Logging;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Synchronisation;

namespace Regent.Operations.Lanes;

/// <summary>
/// Takes over people and groups from a target as often as its settings say, and once a day all of them. Called by whoever has the target's
/// lane for that, over a connection of its own, since access lands there meanwhile. A run that is stopped is put on record once; a target
/// that does not answer is asked again soon.
/// </summary>
public sealed class FollowSource(
    IUnitOfWork unit, IOriginStore origins, ITargetAgenda agenda, IAuditLog audit, TargetDrivers drivers, SynchroniseDirectory synchronise,
    ILogger<FollowSource> log, TimeProvider clock)
{
    private static readonly TimeSpan WholeEvery = TimeSpan.FromDays(1);

    public async Task<Convergence> ExecuteAsync(Target target, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var state = await origins.StateAsync(target.Id, ct);
        if (state?.NextAt > now && state.Version == target.Version)
        {
            return Convergence.Idle;
        }

        if (drivers.Open(target) is not Outcome<ITarget>.Done(var way))
        {
            return Convergence.Silent(KeptTargets.Unusable);
        }

        await using (way)
        {
            return way is IDirectorySource { Rules: { Every: { } every } rules } source
                ? await FollowAsync(target, source, rules, every, state, now, ct)
                : Convergence.Idle;
        }
    }

    private async Task<Convergence> FollowAsync(
        Target target, IDirectorySource source, SourceRules rules, TimeSpan every, SourceState? state, DateTimeOffset now, CancellationToken ct)
    {
        var isWhole = state?.FullAt is not { } full || now - full >= WholeEvery;
        var report = await synchronise.ExecuteAsync(target, source, rules, new SyncAsk { IsFull = isWhole }, ct);
        if (report is { Outcome: SyncOutcome.Failed, IsOutOfReach: true })
        {
            return Convergence.Silent(TargetAnswer.Unreachable(report.Trouble!));
        }

        await unit.RunAsync(token => NoteAsync(target, report, now + every, now, token), ct);
        return new Convergence(Trouble: null, AnsweredAny: true);
    }

    private async Task<bool> NoteAsync(Target target, SyncReport report, DateTimeOffset next, DateTimeOffset now, CancellationToken ct)
    {
        var state = await origins.StateAsync(target.Id, ct) ?? new SourceState(target.Id);
        var trouble = report.Outcome == SyncOutcome.Written ? null : report.Trouble;
        await origins.SaveStateAsync(state with { Version = target.Version, NextAt = next, Trouble = trouble }, ct);
        await agenda.PlanAsync(target.Id, new WakeUp(TargetWork.Synchronise, target.Id.Value, next), clock.GetUtcNow(), ct);
        if (trouble is not null && trouble != state.Trouble)
        {
            log.SynchronisationStopped(target.Name, trouble);
            await audit.AppendAsync([TargetRecord.Stopped(target, trouble, now)], ct);
        }

        return true;
    }
}
