using Regent.Api.Arm.Contracts;
using Regent.Api.Arm.Protocol;
using Regent.Core.Roles;

namespace Regent.Api.Arm.Roles;

/// <summary>A role (specification of the API, section 3.4). What single actions a built-in role consists of, Regent does not keep.</summary>
internal sealed record RoleDefinitionProperties
{
    public const string Set = "roleDefinitions";

    public required string RoleName { get; init; }

    public required string Type { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> AssignableScopes { get; init; }

    public required IReadOnlyList<PermissionContract> Permissions { get; init; }

    /// <summary>The role, as it is named at a scope.</summary>
    public static ResourceContract Of(Scope scope, RoleDefinition role) => new(
        ArmIds.Role(scope, role.Id), role.Id.ToString(), ArmIds.Type(Set), new RoleDefinitionProperties
        {
            RoleName = role.DisplayName,
            Type = role.IsBuiltIn ? RoleTypes.BuiltIn : RoleTypes.Custom,
            Description = role.Description,
            AssignableScopes = role.AssignableScopes.Count == 0 ? ["/"] : [.. role.AssignableScopes.Select(one => one.Value)],
            Permissions = role.AllowedActions.Count == 0 ? [] : [new PermissionContract(role.AllowedActions)],
        });

    internal sealed record PermissionContract(IReadOnlyList<string> Actions)
    {
        public IReadOnlyList<string> NotActions { get; } = [];

        public IReadOnlyList<string> DataActions { get; } = [];

        public IReadOnlyList<string> NotDataActions { get; } = [];
    }
}
