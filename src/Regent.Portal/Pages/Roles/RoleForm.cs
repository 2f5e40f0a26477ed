using Regent.Core.Roles;

namespace Regent.Portal.Pages.Roles;

/// <summary>What is filled in to make or change a custom role.</summary>
public sealed class RoleForm
{
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>The actions, one in each line.</summary>
    public string Actions { get; set; } = "";

    public bool IsPrivileged { get; set; }

    /// <summary>Where a resource role can be held; empty is everywhere.</summary>
    public IReadOnlyList<ScopeNode> Scopes { get; set; } = [];

    /// <summary>What a role is now, to be changed.</summary>
    /// <param name="role">The role.</param>
    /// <param name="scopes">Its scopes with their names, as far as the reader may know them.</param>
    public static RoleForm Of(RoleDefinition role, IReadOnlyDictionary<Scope, ScopeNode> scopes) => new()
    {
        Name = role.DisplayName,
        Description = role.Description,
        Actions = string.Join('\n', role.AllowedActions),
        IsPrivileged = role.IsPrivileged,
        Scopes = [.. role.AssignableScopes.Select(scope => scopes.GetValueOrDefault(scope) ?? new ScopeNode(scope, scope.Value, Parent: null))],
    };

    /// <summary>The role as it is filled in.</summary>
    public RoleDefinition Role(RoleDefinitionId id, RoleSystem system) => new(id, Name, Description, IsPrivileged, IsBuiltIn: false)
    {
        System = system,
        AllowedActions = Actions.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        AssignableScopes = [.. Scopes.Select(node => node.Scope)],
    };
}
