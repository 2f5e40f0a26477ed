namespace Regent.Core.Roles;

/// <summary>The built-in Azure resource roles, and those that administer resources (specification, sections 11 and 12).</summary>
public static class ResourceRoles
{
    public static readonly RoleDefinitionId Owner = new(new Guid("8e3af657-a8ff-443c-a75c-2fe8c4bcb635"));
    public static readonly RoleDefinitionId Contributor = new(new Guid("b24988ac-6180-42a0-ab88-20f7382dd24c"));
    public static readonly RoleDefinitionId Reader = new(new Guid("acdd72a7-3385-48ef-bd42-f606fba81ae7"));
    public static readonly RoleDefinitionId UserAccessAdministrator = new(new Guid("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"));
    public static readonly RoleDefinitionId AccessControlAdministrator = new(new Guid("f58310d9-a9f6-439a-9e8d-f62e7b41a168"));

    /// <summary>Holders may assign, remove and change settings at the scope and below.</summary>
    public static IReadOnlySet<RoleDefinitionId> Administrators { get; } =
        new HashSet<RoleDefinitionId> { Owner, UserAccessAdministrator, AccessControlAdministrator };

    /// <summary>Holders may see assignments, settings and the record at the scope and below.</summary>
    public static IReadOnlySet<RoleDefinitionId> Readers { get; } = new HashSet<RoleDefinitionId>(Administrators) { Contributor, Reader };

    /// <summary>Holders are told of assignments and activations at the scope and below (specification, section 5.3).</summary>
    public static IReadOnlySet<RoleDefinitionId> Told { get; } = new HashSet<RoleDefinitionId> { Owner, UserAccessAdministrator };

    /// <summary>Every built-in resource role, in the order of their names.</summary>
    public static IReadOnlyList<RoleDefinition> BuiltIn { get; } = BuiltInRoles.Read("azure-roles.csv", RoleSystem.Resources);
}
