namespace Regent.Core.Roles;

/// <summary>What can be held.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DisplayName">Its name as people know it.</param>
/// <param name="Description">What it allows, in one sentence.</param>
/// <param name="IsPrivileged">Whether holding it endangers the whole organisation.</param>
/// <param name="IsBuiltIn">Whether it comes with the product.</param>
public sealed record RoleDefinition(
    RoleDefinitionId Id, string DisplayName, string Description, bool IsPrivileged, bool IsBuiltIn)
{
    /// <summary>The family it belongs to, and so where it can be held.</summary>
    public RoleSystem System { get; init; }

    /// <summary>Of a custom role: the actions it allows, such as <c>Microsoft.Compute/virtualMachines/restart/action</c>.</summary>
    public IReadOnlyList<string> AllowedActions { get; init; } = [];

    /// <summary>Of a custom resource role: the scopes at and below which it can be held; empty is everywhere.</summary>
    public IReadOnlyList<Scope> AssignableScopes { get; init; } = [];

    /// <summary>Why it cannot be held at this place; null when it can (specification, section 1.4).</summary>
    public Refusal? ProblemAt(Place place)
    {
        if (place.Scope.System != System)
        {
            return new Refusal(
                RefusalCode.ScopeDoesNotMatchRoleDefinition, $"{DisplayName} cannot be held at {place.Scope}: {WhereHeld()}");
        }

        if (place.Scope.Kind == ScopeKind.AdministrativeUnit && IsBuiltIn && !DirectoryRoles.ForUnits.Contains(Id))
        {
            return new Refusal(
                RefusalCode.RequestBadRequest, $"{DisplayName} cannot be limited to an administrative unit. Use the whole tenant, \"/\".");
        }

        return AssignableScopes.Count == 0 || AssignableScopes.Any(place.IsWithin)
            ? null
            : new Refusal(
                RefusalCode.ScopeDoesNotMatchRoleDefinition,
                $"{DisplayName} can be held only at or below {string.Join(", ", AssignableScopes)}.");
    }

    public bool Equals(RoleDefinition? other) =>
        other is not null && (Id, DisplayName, Description, IsPrivileged, IsBuiltIn, System)
            == (other.Id, other.DisplayName, other.Description, other.IsPrivileged, other.IsBuiltIn, other.System)
        && AllowedActions.SequenceEqual(other.AllowedActions) && AssignableScopes.SequenceEqual(other.AssignableScopes);

    public override int GetHashCode() => Id.GetHashCode();

    private string WhereHeld() => System switch
    {
        RoleSystem.Directory => "directory roles are held for the tenant, \"/\", or an administrative unit.",
        RoleSystem.Resources => "resource roles are held on a management group, subscription, resource group or resource.",
        RoleSystem.Groups => "it is about one group.",
    };
}
