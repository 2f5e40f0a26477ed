using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Recording;

/// <summary>Wakes the lane of a target as its state asks for.</summary>
internal static class TargetWakes
{
    /// <summary>Puts work on the agenda: where nobody works for now, each only once, however long that lasts.</summary>
    public static Task WakeAsync(
        this ITargetAgenda agenda, Target target, IReadOnlyCollection<WakeUp> wakeUps, DateTimeOffset now, CancellationToken ct) =>
        target.State == TargetState.Live
            ? agenda.WakeAsync(target.Id, wakeUps, now, ct)
            : agenda.WakeOnceAsync(target.Id, wakeUps, now, ct);
}
