using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Assignments;

/// <summary>Whose eligibilities or assignments somebody wants to see around which place.</summary>
/// <param name="Scope">The place; the tenant is everywhere.</param>
public sealed record AroundAsk(Scope Scope)
{
    /// <summary>Whether what is held in what lies there is wanted too, and not only what counts there.</summary>
    public bool AndBelow { get; init; } = true;

    /// <summary>Only what this principal has, themselves and through groups; null is everybody.</summary>
    public PrincipalId? AssignedTo { get; init; }

    /// <summary>Only what this principal has themselves; null is everybody.</summary>
    public PrincipalId? Principal { get; init; }
}
