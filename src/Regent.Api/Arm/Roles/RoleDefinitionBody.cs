namespace Regent.Api.Arm.Roles;

/// <summary>A role as it is sent.</summary>
internal sealed record RoleDefinitionBody(RoleDefinitionBody.PropertiesBody? Properties)
{
    internal sealed record PropertiesBody
    {
        public string? RoleName { get; init; }

        public string? Type { get; init; }

        public string? Description { get; init; }

        public IReadOnlyList<string?>? AssignableScopes { get; init; }

        public IReadOnlyList<PermissionBody?>? Permissions { get; init; }
    }

    internal sealed record PermissionBody
    {
        public IReadOnlyList<string?>? Actions { get; init; }

        public IReadOnlyList<string?>? NotActions { get; init; }

        public IReadOnlyList<string?>? DataActions { get; init; }

        public IReadOnlyList<string?>? NotDataActions { get; init; }
    }
}
