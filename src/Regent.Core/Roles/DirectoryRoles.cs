namespace Regent.Core.Roles;

/// <summary>The built-in directory roles and the few that Regent itself is administered with (specification, sections 11 and 12).</summary>
public static class DirectoryRoles
{
    public static readonly RoleDefinitionId GlobalAdministrator = new(new Guid("62e90394-69f5-4237-9190-012177145e10"));

    public static readonly RoleDefinitionId PrivilegedRoleAdministrator = new(new Guid("e8611ab8-c189-46e8-94e1-60213ab1f814"));

    public static readonly RoleDefinitionId SecurityAdministrator = new(new Guid("194ae4cb-b126-40b2-bd5b-6091b380977d"));

    public static readonly RoleDefinitionId SecurityReader = new(new Guid("5d6b6bb7-de71-4623-b4af-96380a352509"));

    public static readonly RoleDefinitionId SecurityOperator = new(new Guid("5f2222b1-57c3-48ba-8ad5-d4759f1fde6f"));

    public static readonly RoleDefinitionId GlobalReader = new(new Guid("f2ef992c-3afb-46b9-b7cf-a126ee74c451"));

    public static readonly RoleDefinitionId UserAdministrator = new(new Guid("fe930be7-5e62-47db-91af-98c3a49a38b1"));

    public static readonly RoleDefinitionId GroupsAdministrator = new(new Guid("fdd7a751-b60b-444a-984c-02652fe8fa1c"));

    public static readonly RoleDefinitionId DirectoryWriters = new(new Guid("9360feb5-f418-4baa-8175-e2a00bac4301"));

    public static readonly RoleDefinitionId IdentityGovernanceAdministrator = new(new Guid("45d8d3c5-c802-45c6-b32a-1d70b5e1e86e"));

    public static readonly RoleDefinitionId ApplicationAdministrator = new(new Guid("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"));

    public static readonly RoleDefinitionId CloudApplicationAdministrator = new(new Guid("158c047a-c907-4556-b7ef-446551a6b5f7"));

    /// <summary>Holders may assign, remove, change settings, and decide where no approver is named.</summary>
    public static IReadOnlySet<RoleDefinitionId> Administrators { get; } =
        new HashSet<RoleDefinitionId> { GlobalAdministrator, PrivilegedRoleAdministrator };

    /// <summary>Holders may register programs that are granted nothing for themselves.</summary>
    public static IReadOnlySet<RoleDefinitionId> AppAdministrators { get; } =
        new HashSet<RoleDefinitionId>(Administrators) { ApplicationAdministrator, CloudApplicationAdministrator };

    /// <summary>Holders may see assignments, settings and the audit log.</summary>
    public static IReadOnlySet<RoleDefinitionId> Readers { get; } = new HashSet<RoleDefinitionId>(Administrators)
    {
        GlobalReader, SecurityAdministrator, SecurityReader, SecurityOperator,
    };

    /// <summary>Holders are told of every activation (specification, section 5.3).</summary>
    public static IReadOnlySet<RoleDefinitionId> ToldOfActivations { get; } =
        new HashSet<RoleDefinitionId>(Administrators) { SecurityAdministrator };

    /// <summary>The roles whose last holder is protected (specification, section 3.10).</summary>
    public static IReadOnlySet<RoleDefinitionId> LastHolderProtected => Administrators;

    /// <summary>The built-in roles that can be limited to an administrative unit (specification, section 1.4).</summary>
    public static IReadOnlySet<RoleDefinitionId> ForUnits { get; } = new HashSet<RoleDefinitionId>(
        from id in new[]
        {
            "58a13ea3-c632-46ae-9ee0-9c0d43cd7f3d", // Attribute Assignment Administrator
            "ffd52fa5-98dc-465c-991d-fc073eb59f8f", // Attribute Assignment Reader
            "c4e39bd9-1100-46d3-8c65-fb160da0071f", // Authentication Administrator
            "7698a772-787b-4ac8-901f-60d6b08affd2", // Cloud Device Administrator
            "fdd7a751-b60b-444a-984c-02652fe8fa1c", // Groups Administrator
            "729827e3-9c14-49f7-bb1b-9608f156bbb8", // Helpdesk Administrator
            "4d6ac14f-3453-41d0-bef9-a3e0c569773a", // License Administrator
            "966707d0-3269-4727-9be2-8c3a10f19b9d", // Password Administrator
            "644ef478-e28f-4e28-b9dc-3fdde9aa0b1f", // Printer Administrator
            "7be44c8a-adaf-4e2a-84d6-ab2649e08a13", // Privileged Authentication Administrator
            "f28a1f50-f6e7-4571-818b-6a12f2af6b6c", // SharePoint Administrator
            "69091246-20e8-4a56-aa4d-066075b2a7a8", // Teams Administrator
            "3d762c5a-1b6c-493f-843e-55a3b42923d4", // Teams Devices Administrator
            "fe930be7-5e62-47db-91af-98c3a49a38b1", // User Administrator
        }
        select new RoleDefinitionId(new Guid(id)));

    /// <summary>Every built-in directory role, in the order of their names.</summary>
    public static IReadOnlyList<RoleDefinition> BuiltIn { get; } = BuiltInRoles.Read("directory-roles.csv", RoleSystem.Directory);
}
