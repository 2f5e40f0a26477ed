namespace Regent.Bench;

/// <summary>How long one round took.</summary>
/// <param name="Began">Regent, until all were seen in effect.</param>
/// <param name="Ended">Regent, until all were seen gone.</param>
/// <param name="Giving">The target's own client, each by a change of its own; null where that was not timed.</param>
/// <param name="TakingBack">The same, taking back.</param>
/// <param name="GivingTogether">The target's own client, with as few changes as can be.</param>
/// <param name="TakingBackTogether">The same, taking back.</param>
internal sealed record EndingTimes(
    TimeSpan Began, TimeSpan Ended, TimeSpan? Giving, TimeSpan? TakingBack, TimeSpan GivingTogether, TimeSpan TakingBackTogether);
