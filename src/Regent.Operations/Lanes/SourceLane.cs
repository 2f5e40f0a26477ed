using Microsoft.Extensions.Logging;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Lanes;

/// <summary>
/// Takes over people and groups from one target when that is due, beside the lane in which access lands there: however long a source
/// takes, nobody's access waits for it.
/// </summary>
public sealed class SourceLane(
    IUnitOfWork unit, ITargetStore targets, ITargetAgenda agenda, FollowSource source, TimeProvider clock, ILogger<SourceLane> log)
{
    // What is due means all the same: one run does for all of it.
    private const int LargestBatch = 500;

    private static readonly TimeSpan WhileOthersWork = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterSilence = TimeSpan.FromSeconds(10);

    /// <summary>Takes over what is due.</summary>
    /// <returns>When there is something to do next; null is when somebody puts it on the agenda.</returns>
    public async Task<DateTimeOffset?> DoNextAsync(TargetId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await agenda.NextDueAsync(id, TargetShare.People, ct);
        if (due is null || due > now)
        {
            return due;
        }

        if (await targets.FindAsync(id, ct) is not { State: TargetState.Live } target)
        {
            return null;
        }

        await using var lane = await agenda.EnterAsync(id, TargetShare.People, now, LargestBatch, ct);
        if (lane is null)
        {
            // Due, yet not to be had: another server reads there.
            return now + WhileOthersWork;
        }

        var result = await TryAsync(target, ct);
        await unit.RunAsync(token => NoteAsync(id, result, token), ct);
        if (result.AnsweredNothing)
        {
            var next = clock.GetUtcNow() + AfterSilence;
            await lane.PostponeAsync(next, ct);
            return next;
        }

        await lane.DoneAsync(ct);
        return clock.GetUtcNow();
    }

    private async Task<Convergence> TryAsync(Target target, CancellationToken ct)
    {
        try
        {
            return await source.ExecuteAsync(target, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.WorkBroke(TargetWork.Synchronise, target.Name, error);
            return Convergence.Silent(TargetAnswer.Unreachable($"{TargetWork.Synchronise} broke: {error.Message}"));
        }
    }

    // It shows that the source does not answer, and access there is tried all the same: it may be only the reading that fails.
    private async Task<bool> NoteAsync(TargetId id, Convergence result, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = (await targets.HealthAsync(ct)).GetValueOrDefault(id) ?? new TargetHealth(id);
        var after = result switch
        {
            { AnsweredNothing: true, Trouble: var trouble } => before.Fail(trouble?.Words ?? "", now, before.RetryAt ?? now),
            { AnsweredAny: true } => before.Recover(),
            _ => before,
        };
        if (after != before)
        {
            await targets.SaveHealthAsync(after, ct);
        }

        return true;
    }
}
