namespace Regent.Core.Targets;

/// <summary>How access ends softly, as far as the target can: first a warning, then no new sessions, then the end of running ones.</summary>
/// <param name="WarnBefore">How long before the end people are warned in the target; null is not at all.</param>
/// <param name="CloseBefore">How long before the end no new session begins; null is at the end itself.</param>
/// <param name="EndSessions">Whether sessions that still run at the end are ended.</param>
public sealed record Landing(TimeSpan? WarnBefore, TimeSpan? CloseBefore, bool EndSessions)
{
    /// <summary>The longest time before the end at which a step may be, a month of 31 days.</summary>
    public static readonly TimeSpan LongestBefore = TimeSpan.FromDays(31);

    /// <summary>Access is taken back at its end; sessions that run go on.</summary>
    public static Landing AtTheEnd { get; } = new(WarnBefore: null, CloseBefore: null, EndSessions: false);

    /// <summary>How access ends that two mappings give: warned as early, closed as late, and with sessions ended if either says so.</summary>
    public Landing And(Landing other) => new(
        Longer(WarnBefore, other.WarnBefore),
        CloseBefore is { } close && other.CloseBefore is { } otherClose ? (close < otherClose ? close : otherClose) : null,
        EndSessions || other.EndSessions);

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) =>
        one is null || other > one ? other : one;
}
