namespace Regent.Core.Policies;

/// <summary>Who is written to about a role: rules 9 to 17 of a policy (specification, section 5.2).</summary>
public sealed record NotificationSettings
{
    /// <summary>When members are assigned as eligible: rules 9, 10 and 11.</summary>
    public EventNotifications Eligibility { get; init; } = new();

    /// <summary>When members are assigned as active: rules 12, 13 and 14.</summary>
    public EventNotifications Assignment { get; init; } = new();

    /// <summary>When eligible members activate: rules 15, 16 and 17.</summary>
    public EventNotifications Activation { get; init; } = new();

    /// <summary>What is wrong with these settings; empty when they can be saved.</summary>
    public IReadOnlyList<Refusal> Check() => [.. Eligibility.Check(), .. Assignment.Check(), .. Activation.Check()];
}
