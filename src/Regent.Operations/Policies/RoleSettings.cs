using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Policies;

/// <summary>The settings of a role with the names a page shows.</summary>
/// <param name="Role">The role.</param>
/// <param name="Policy">Its settings.</param>
/// <param name="Approvers">The approvers named.</param>
/// <param name="ModifiedBy">Who changed them last; null when nobody has.</param>
public sealed record RoleSettings(RoleDefinition Role, RolePolicy Policy, IReadOnlyList<Principal> Approvers, Principal? ModifiedBy)
{
    /// <summary>What the scope is called where they hold; null for the tenant.</summary>
    public string? PlaceName { get; init; }

    /// <summary>Whether the caller may change them.</summary>
    public bool MayManage { get; init; }

    /// <summary>Whether they demand approval and everybody named to approve is gone, so that administrators decide.</summary>
    public bool HasLapsed { get; init; }

    /// <summary>The authentication contexts the role could demand, by their ids.</summary>
    public IReadOnlyList<NamedContext> Contexts { get; init; } = [];
}
