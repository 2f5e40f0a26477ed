using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Provisioning;

/// <summary>Does the due work in one target, batch after batch. A target that does not answer is left alone for a little while.</summary>
public sealed class TargetLane(
    IUnitOfWork unit, ITargetStore targets, ILedger ledger, ITargetAgenda agenda, LedgerReckoner reckoner, EntitlementConverger converger,
    SweepTarget sweep, FollowSource source, TimeProvider clock)
{
    /// <summary>So many lines at once, 500.</summary>
    public const int LargestBatch = 500;

    private static readonly TimeSpan WhileOthersWork = TimeSpan.FromSeconds(1);

    /// <summary>Does a batch of what is due in a target.</summary>
    /// <returns>When there is something to do next; null is when somebody puts it on the agenda. Due at once when more is waiting.</returns>
    public async Task<DateTimeOffset?> DoNextAsync(TargetId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await targets.FindAsync(id, ct) is not { State: TargetState.Live } target)
        {
            return null;
        }

        var health = (await targets.HealthAsync(ct)).GetValueOrDefault(id) ?? new TargetHealth(id);
        if (health.RetryAt > now)
        {
            return health.RetryAt;
        }

        await using var lane = await agenda.EnterAsync(id, now, LargestBatch, ct);
        if (lane is null)
        {
            // Due, yet not to be had: another server works there.
            var due = await agenda.NextDueAsync(id, ct);
            return due <= now ? now + WhileOthersWork : due;
        }

        await WorkAsync(target, health, lane, ct);
        return now;
    }

    private async Task WorkAsync(Target target, TargetHealth health, IAgendaLane lane, CancellationToken ct)
    {
        await ReckonAsync(target, Subjects(lane, TargetWork.Reckon), ct);
        var next = health.Fail("", clock.GetUtcNow(), RetryPause.Spread()).RetryAt!.Value;
        var lines = Subjects(lane, TargetWork.Converge).Select(subject => new LedgerEntryId(subject)).ToList();
        var result = await converger.ConvergeAsync(target, lines, next, ct);
        var sweeps = result.Trouble is null && Subjects(lane, TargetWork.Sweep).Count > 0;
        result = sweeps ? await sweep.ExecuteAsync(target, ct) : result;
        var swept = sweeps && result.AnsweredAny ? health with { SweptAt = clock.GetUtcNow() } : health;
        result = result.Trouble is null && Subjects(lane, TargetWork.Synchronise).Count > 0 ? await source.ExecuteAsync(target, result, ct) : result;
        await NoteAsync(swept, health, result, next, ct);
        await (result.AnsweredNothing ? lane.PostponeAsync(next, ct) : FinishAsync(target, lane, result.Trouble is null ? null : next, ct));
    }

    // What is planned anew by what it does is not lost when something came between.
    private async Task FinishAsync(Target target, IAgendaLane lane, DateTimeOffset? again, CancellationToken ct)
    {
        if (again is { } due)
        {
            var left = lane.Items.Where(item => item.Work is TargetWork.Sweep or TargetWork.Synchronise).Select(item => item with { Due = due });
            await unit.RunAsync(
                async token =>
                {
                    await agenda.WakeAsync(target.Id, [.. left.Distinct()], clock.GetUtcNow(), token);
                    return true;
                },
                ct);
        }

        await lane.DoneAsync(ct);
    }

    private static List<Guid> Subjects(IAgendaLane lane, TargetWork work) =>
        [.. lane.Items.Where(item => item.Work == work).Select(item => item.Subject).Distinct()];

    private async Task ReckonAsync(Target target, List<Guid> holders, CancellationToken ct)
    {
        foreach (var holder in holders.Select(id => new PrincipalId(id)))
        {
            var now = clock.GetUtcNow();
            var claims = await reckoner.OfHolderAsync(target, holder, now, ct);
            var held = (await ledger.OpenOfAsync(holder, ct)).Where(entry => entry.Target == target.Id).Select(entry => entry.Id);
            await unit.RunAsync(
                async token =>
                {
                    var lines = (await ledger.ClaimAsync(claims, now, token)).Union(held);
                    await agenda.WakeAsync(target.Id, [.. lines.Select(line => new WakeUp(TargetWork.Converge, line.Value, now))], now, token);
                    return true;
                },
                ct);
        }
    }

    private async Task NoteAsync(
        TargetHealth health, TargetHealth before, Convergence result, DateTimeOffset next, CancellationToken ct)
    {
        var after = result switch
        {
            { Trouble: { } trouble } => health.Fail(trouble.Words ?? "", clock.GetUtcNow(), spread: 0) with { RetryAt = next },
            { AnsweredAny: true } => health.Recover(),
            _ => health,
        };
        if (after != before)
        {
            await unit.RunAsync(
                async token =>
                {
                    await targets.SaveHealthAsync(after, token);
                    return true;
                },
                ct);
        }
    }
}
