namespace Regent.Core.Roles;

/// <summary>The two things one can be in a group; held at the scope of that group (specification, sections 1.1 and 1.4).</summary>
public static class GroupRoles
{
    /// <summary>An active assignment makes its principal a member of the group.</summary>
    public static readonly RoleDefinitionId Member = new(new Guid("2f6a1b0e-7c1d-4c53-9f0a-6b0d3e8a5c11"));

    /// <summary>An active assignment lets its principal manage the group.</summary>
    public static readonly RoleDefinitionId Owner = new(new Guid("2f6a1b0e-7c1d-4c53-9f0a-6b0d3e8a5c12"));

    /// <summary>Directory roles whose holders manage every group that cannot hold directory roles.</summary>
    public static IReadOnlySet<RoleDefinitionId> Administrators { get; } = new HashSet<RoleDefinitionId>
    {
        DirectoryRoles.GlobalAdministrator, DirectoryRoles.DirectoryWriters, DirectoryRoles.GroupsAdministrator,
        DirectoryRoles.IdentityGovernanceAdministrator, DirectoryRoles.UserAdministrator,
    };

    public static IReadOnlyList<RoleDefinition> BuiltIn { get; } =
    [
        new RoleDefinition(Member, "Member", "Is in the group and has what the group has.", IsPrivileged: false, IsBuiltIn: true)
        {
            System = RoleSystem.Groups,
        },
        new RoleDefinition(Owner, "Owner", "Manages the group and who is in it.", IsPrivileged: false, IsBuiltIn: true)
        {
            System = RoleSystem.Groups,
        },
    ];
}
