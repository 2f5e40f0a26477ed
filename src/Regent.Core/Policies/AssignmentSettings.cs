namespace Regent.Core.Policies;

/// <summary>What a role demands of the administrator who assigns it: rules 5 and 8, or 6 and 7 (specification, section 2.3).</summary>
public sealed record AssignmentSettings
{
    /// <summary>Rules 5 and 8 as they stand before anybody changes them.</summary>
    public static AssignmentSettings DefaultForEligibility { get; } = new() { MaximumDuration = TimeSpan.FromDays(365) };

    /// <summary>Rules 6 and 7 as they stand before anybody changes them.</summary>
    public static AssignmentSettings DefaultForActive { get; } =
        new() { MaximumDuration = TimeSpan.FromDays(180), RequiresJustification = true };

    public bool AllowsPermanent { get; init; } = true;

    /// <summary>The longest time-bound assignment; counts only where permanent ones are not allowed.</summary>
    public TimeSpan MaximumDuration { get; init; }

    public bool RequiresJustification { get; init; }

    public bool RequiresMfa { get; init; }
}
