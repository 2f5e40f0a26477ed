using Regent.Core.Assignments;

namespace Regent.Core.Policies;

/// <summary>What a role demands of the administrator who assigns it: rules 5 and 8, or 6 and 7 (specification, section 2.3).</summary>
public sealed record AssignmentSettings
{
    /// <summary>Rules 5 and 8 as they stand before anybody changes them.</summary>
    public static AssignmentSettings DefaultForEligibility { get; } = new() { MaximumDuration = TimeSpan.FromDays(365) };

    /// <summary>Rules 6 and 7 as they stand before anybody changes them.</summary>
    public static AssignmentSettings DefaultForActive { get; } =
        new() { MaximumDuration = TimeSpan.FromDays(180), RequiresJustification = true };

    /// <summary>The shortest maximum that can be set: under it nothing could be given.</summary>
    public static readonly TimeSpan SmallestMaximum = Schedule.Shortest;

    /// <summary>The longest maximum that can be set, ten years.</summary>
    public static readonly TimeSpan LargestMaximum = TimeSpan.FromDays(3650);

    public bool AllowsPermanent { get; init; } = true;

    /// <summary>The longest time-bound assignment; counts only where permanent ones are not allowed.</summary>
    public TimeSpan MaximumDuration { get; init; }

    public bool RequiresJustification { get; init; }

    /// <summary>Whether number and system of a ticket are demanded.</summary>
    public bool RequiresTicket { get; init; }

    public bool RequiresMfa { get; init; }

    /// <summary>What is wrong with these settings; empty when they can be saved.</summary>
    public IReadOnlyList<Refusal> Check() => MaximumDuration >= SmallestMaximum && MaximumDuration <= LargestMaximum
        ? []
        : [new Refusal(RefusalCode.InvalidPolicy, "A time-bound assignment lasts at most between 5 minutes and 10 years.")];
}
