using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>
/// The part of the agenda that is about targets. Each has a lane of its own for each share of the work: work in one target never waits for
/// another, nor access for people, and one at a time works in a lane.
/// </summary>
public interface ITargetAgenda
{
    /// <summary>Puts work in a target on the agenda, in the running unit of work. It never waits for anybody who works in the target.</summary>
    Task WakeAsync(TargetId target, IReadOnlyCollection<WakeUp> wakeUps, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// Puts work that is due now on the agenda in the place of what is due there already of the same work with the same subject: in a target
    /// in which nobody works for now, what waits does not pile up.
    /// </summary>
    Task WakeOnceAsync(TargetId target, IReadOnlyCollection<WakeUp> wakeUps, DateTimeOffset now, CancellationToken ct);

    /// <summary>Puts it on in the place of what is planned of the same work with the same subject for later than now.</summary>
    Task PlanAsync(TargetId target, WakeUp wakeUp, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// The work of this share in a target that is longest due, and all that is due of its kind, so many items at most; null when there is
    /// none, or when somebody else has that lane.
    /// </summary>
    Task<IAgendaLane?> EnterAsync(TargetId target, TargetShare share, DateTimeOffset now, int most, CancellationToken ct);

    /// <summary>When the next work of this share in a target is due; null when there is none.</summary>
    Task<DateTimeOffset?> NextDueAsync(TargetId target, TargetShare share, CancellationToken ct);
}
