using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Requests;

/// <summary>Whose requests about resource roles somebody wants to see around which place.</summary>
/// <param name="Scope">The place; the tenant is everywhere.</param>
public sealed record RequestsAroundAsk(Scope Scope)
{
    /// <summary>Whether requests about what lies there are wanted too.</summary>
    public bool AndBelow { get; init; } = true;

    /// <summary>Only those for this principal, or a group they are in; null is everybody.</summary>
    public PrincipalId? AssignedTo { get; init; }

    /// <summary>Only those for the caller.</summary>
    public bool AsTarget { get; init; }

    /// <summary>Only those the caller made.</summary>
    public bool AsRequestor { get; init; }

    /// <summary>Only those that wait for the caller's decision.</summary>
    public bool AsApprover { get; init; }
}
