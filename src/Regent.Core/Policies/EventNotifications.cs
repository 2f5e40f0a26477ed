namespace Regent.Core.Policies;

/// <summary>The mails of one event: the alert, the word to the person, and the request to decide (specification, section 5.2).</summary>
public sealed record EventNotifications
{
    /// <summary>To administrators: it happened.</summary>
    public NotificationRule Administrators { get; init; } = new();

    /// <summary>To the person it happened to.</summary>
    public NotificationRule Assignee { get; init; } = new();

    /// <summary>To those who decide: it waits for you.</summary>
    public NotificationRule Approvers { get; init; } = new();

    internal IEnumerable<Refusal> Check() => [.. Administrators.Check(), .. Assignee.Check(), .. Approvers.Check()];
}
