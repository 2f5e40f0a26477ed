using Regent.Api.OData;
using Regent.Core.Roles;

namespace Regent.Api.Graph.Contracts;

/// <summary>A role (specification of the API, section 2.1). What single permissions a built-in role consists of, Regent does not keep.</summary>
[Entity("unifiedRoleDefinition")]
internal sealed record RoleDefinitionContract
{
    public required string Id { get; init; }

    public required string Description { get; init; }

    public required string DisplayName { get; init; }

    public required bool IsBuiltIn { get; init; }

    public bool IsEnabled { get; init; } = true;

    public IReadOnlyList<string> ResourceScopes { get; init; } = ["/"];

    public required string TemplateId { get; init; }

    public string? Version { get; init; }

    public IReadOnlyList<RolePermissionContract> RolePermissions { get; init; } = [];

    /// <summary>Always empty: a role stands for itself.</summary>
    [OnDemand]
    public IReadOnlyList<RoleDefinitionContract> InheritsPermissionsFrom { get; } = [];

    public static RoleDefinitionContract Of(RoleDefinition role) => new()
    {
        Id = role.Id.ToString(),
        Description = role.Description,
        DisplayName = role.DisplayName,
        IsBuiltIn = role.IsBuiltIn,
        TemplateId = role.TemplateId?.ToString("D") ?? role.Id.ToString(),
        Version = role.Version,
        RolePermissions = role.AllowedActions.Count == 0 ? [] : [new RolePermissionContract(role.AllowedActions, Condition: null)],
    };
}
