using Regent.Core.Assignments;

namespace Regent.Core.Policies;

/// <summary>When people may ask to keep, or have again, what was given them for a time (specification, section 3.7).</summary>
/// <param name="BeforeEnd">How long before its end an extension can be asked for; 14 days unless set.</param>
/// <param name="AfterEnd">How long after its end a renewal can be asked for; 30 days unless set.</param>
public sealed record ExtensionWindows(TimeSpan BeforeEnd, TimeSpan AfterEnd)
{
    /// <summary>Those of the reference.</summary>
    public static ExtensionWindows Default { get; } = new(TimeSpan.FromDays(14), TimeSpan.FromDays(30));

    /// <summary>
    /// Whether its holder may ask to have this longer, or again: an activation while it runs, and what was given for a time and not taken
    /// away, in its window.
    /// </summary>
    public bool Allow(Schedule schedule, DateTimeOffset now) => schedule.Type switch
    {
        AssignmentType.Activated => schedule.IsInForceAt(now),
        AssignmentType.Assigned => schedule is { EndedAt: null, Period.End: { } end } && (AllowExtension(end, now) || AllowRenewal(end, now)),
    };

    /// <summary>From when to when an extension of something that ends then can be asked for.</summary>
    public bool AllowExtension(DateTimeOffset end, DateTimeOffset now) => now < end && end - now <= BeforeEnd;

    /// <summary>Whether a renewal of something that ended then can be asked for.</summary>
    public bool AllowRenewal(DateTimeOffset end, DateTimeOffset now) => end <= now && now - end <= AfterEnd;
}
