using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Lanes;

/// <summary>
/// Does what is due about access in one target, batch after batch. A target that does not answer is left alone for a little while.
/// </summary>
public sealed class TargetLane(
    IUnitOfWork unit, ITargetStore targets, ILedger ledger, ITargetAgenda agenda, LedgerReckoner reckoner, EntitlementConverger converger,
    SweepTarget sweep, TimeProvider clock, ILogger<TargetLane> log)
{
    /// <summary>So many lines at once, 500.</summary>
    public const int LargestBatch = 500;

    private static readonly TimeSpan WhileOthersWork = TimeSpan.FromSeconds(1);

    /// <summary>Does a batch of what is due in a target.</summary>
    /// <returns>When there is something to do next; null is when somebody puts it on the agenda. Due at once when more is waiting.</returns>
    public async Task<DateTimeOffset?> DoNextAsync(TargetId id, CancellationToken ct)
    {
        // Every commit wakes every lane, and most are about something else.
        var now = clock.GetUtcNow();
        var due = await agenda.NextDueAsync(id, TargetShare.Access, ct);
        if (due is null || due > now)
        {
            return due;
        }

        if (await LiveAsync(id, ct) is null)
        {
            return null;
        }

        var health = (await targets.HealthAsync(ct)).GetValueOrDefault(id) ?? new TargetHealth(id);
        if (health.RetryAt > now)
        {
            return health.RetryAt;
        }

        await using var lane = await agenda.EnterAsync(id, TargetShare.Access, now, LargestBatch, ct);
        if (lane is null)
        {
            // Due, yet not to be had: another server works there.
            return now + WhileOthersWork;
        }

        // It may be somewhere else since it was looked at, and the work that is due belongs there.
        if (await LiveAsync(id, ct) is not { } target)
        {
            return null;
        }

        await WorkAsync(target, health, lane, ct);
        return now;
    }

    private async Task<Target?> LiveAsync(TargetId id, CancellationToken ct) =>
        await targets.FindAsync(id, ct) is { State: TargetState.Live } target ? target : null;

    private async Task WorkAsync(Target target, TargetHealth health, IAgendaLane lane, CancellationToken ct)
    {
        var subjects = lane.Items.Select(item => item.Subject).Distinct().ToList();
        var next = clock.GetUtcNow() + health.Pause(RetryPause.Spread());
        var result = await TryAsync(target, lane.Items[0].Work, subjects, next, ct);
        var hasSwept = lane.Items[0].Work == TargetWork.Sweep && result.Trouble is null;
        await NoteAsync(health, hasSwept ? health with { SweptAt = clock.GetUtcNow() } : health, result, next, ct);
        await (result.AnsweredNothing ? lane.PostponeAsync(next, ct) : lane.DoneAsync(ct));
    }

    // What breaks in one kind of work must not stop the others: it is put off like what is not answered, and so shows.
    private async Task<Convergence> TryAsync(Target target, TargetWork work, List<Guid> subjects, DateTimeOffset next, CancellationToken ct)
    {
        try
        {
            return work switch
            {
                TargetWork.Reckon => await ReckonAsync(target, subjects, ct),
                TargetWork.Converge or TargetWork.EndSessions =>
                    await converger.ConvergeAsync(target, work, [.. subjects.Select(subject => new LedgerEntryId(subject))], next, ct),
                TargetWork.Sweep => await sweep.ExecuteAsync(target, ct),
                TargetWork.Synchronise => throw new UnreachableException("People are another lane's."),
            };
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.WorkBroke(work, target.Name, error);
            return Convergence.Silent(TargetAnswer.Unreachable($"{work} broke: {error.Message}"));
        }
    }

    private async Task<Convergence> ReckonAsync(Target target, List<Guid> holders, CancellationToken ct)
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

        return Convergence.Idle;
    }

    private async Task NoteAsync(
        TargetHealth before, TargetHealth health, Convergence result, DateTimeOffset next, CancellationToken ct)
    {
        var after = result switch
        {
            { AnsweredNothing: true, Trouble: { Result: TargetResult.Unreachable } trouble } => health.Fail(trouble.Words ?? "", clock.GetUtcNow(), next),
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
