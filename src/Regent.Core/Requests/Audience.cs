using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Core.Requests;

/// <summary>Who is concerned by something at this moment, and what the role's settings say of writing to them (specification, section 5).</summary>
/// <param name="Settings">Rules 9 to 17 of the role at this scope.</param>
public sealed record Audience(NotificationSettings Settings)
{
    /// <summary>Whom it happens to: a person, or the members of a group.</summary>
    public IReadOnlyList<Principal> Assignees { get; init; } = [];

    /// <summary>Who is told of what happens here (specification, section 5.3).</summary>
    public IReadOnlyList<Principal> Administrators { get; init; } = [];

    /// <summary>Who may decide, the requestor left out.</summary>
    public IReadOnlyList<Principal> Approvers { get; init; } = [];
}
