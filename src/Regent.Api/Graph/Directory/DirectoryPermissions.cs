using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Directory;

/// <summary>What tokens must carry for the directory (specification of the API, section 1.6).</summary>
internal static class DirectoryPermissions
{
    public static TokenPermission ReadUnits { get; } = new(
        [
            "AdministrativeUnit.Read.All", "AdministrativeUnit.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All",
        ],
        [
            "AdministrativeUnit.Read.All", "AdministrativeUnit.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All",
        ]);

    public static TokenPermission ReadObjects { get; } = new(
        ["Directory.Read.All"],
        ["Directory.Read.All"]);

    public static TokenPermission ListDirectoryRoles { get; } = new(
        [
            "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory", "Directory.Read.All", "Directory.ReadWrite.All",
        ],
        [
            "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory", "Directory.Read.All", "Directory.ReadWrite.All",
        ]);

    public static TokenPermission ReadDirectoryRole { get; } = new(
        [
            "RoleManagement.Read.Directory", "Directory.Read.All", "Directory.ReadWrite.All", "RoleManagement.ReadWrite.Directory",
        ],
        [
            "RoleManagement.Read.Directory", "Directory.Read.All", "Directory.ReadWrite.All", "RoleManagement.ReadWrite.Directory",
        ]);

    public static TokenPermission ListGroups { get; } = new(
        [
            "Group-NestingSupport.ReadWrite.All", "Group.ReadBasic.All", "Directory.Read.All",
            "Group-PreferredDataLocation.ReadWrite.All", "Group.ManageProtection.All", "Group.Read.All", "GroupMember.Read.All",
            "Directory.ReadWrite.All", "Group.ReadWrite.All",
        ],
        [
            "Group-NestingSupport.ReadWrite.All", "Group.ReadBasic.All", "Directory.Read.All",
            "Group-PreferredDataLocation.ReadWrite.All", "Group.ManageProtection.All", "Group.Read.All", "GroupMember.Read.All",
            "Directory.ReadWrite.All", "Group.ReadWrite.All",
        ]);

    public static TokenPermission ReadGroup { get; } = new(
        [
            "Group-NestingSupport.ReadWrite.All", "Group-XTenantIdentitySync.Read.All", "Group.ReadBasic.All", "Directory.Read.All",
            "Group-PreferredDataLocation.ReadWrite.All", "Group.ManageProtection.All", "Group.Read.All", "GroupMember.Read.All",
            "Directory.ReadWrite.All", "Group.ReadWrite.All",
        ],
        [
            "Group-NestingSupport.ReadWrite.All", "Group-XTenantIdentitySync.Read.All", "Directory.Read.All",
            "Group-PreferredDataLocation.ReadWrite.All", "Group.ManageProtection.All", "Group.Read.All", "Group.ReadBasic.All",
            "GroupMember.Read.All", "Directory.ReadWrite.All", "Group.ReadWrite.All",
        ]);

    public static TokenPermission ReadMembers { get; } = new(
        [
            "GroupMember.ReadBasic.All", "Group.ReadBasic.All", "Directory.Read.All", "Group.Read.All", "GroupMember.Read.All",
            "Group.ReadWrite.All", "GroupMember.ReadWrite.All",
        ],
        [
            "GroupMember.ReadBasic.All", "Directory.Read.All", "Group.Read.All", "Group.ReadBasic.All", "GroupMember.Read.All",
            "Group.ReadWrite.All", "GroupMember.ReadWrite.All",
        ]);

    public static TokenPermission ReadOwners { get; } = new(
        [
            "GroupMember.Read.All", "Group.ReadWrite.All", "Directory.Read.All", "Group.Read.All", "GroupMember.ReadWrite.All",
        ],
        [
            "GroupMember.Read.All", "Group.ReadWrite.All", "Directory.Read.All", "Group.Read.All", "GroupMember.ReadWrite.All",
        ]);

    public static TokenPermission ReadMe { get; } = new(
        [
            "User.Read", "User.ReadBasic.All", "AgentIdUser.ReadWrite.All", "AgentIdUser.ReadWrite.IdentityParentedBy",
            "Directory.Read.All", "User.Read.All", "User.ReadWrite", "Directory.ReadWrite.All", "User.ReadWrite.All",
        ],
        []);

    public static TokenPermission ReadMyGroups { get; } = new(
        [
            "User.Read", "Group.ReadBasic.All", "Directory.Read.All", "GroupMember.Read.All", "GroupMember.ReadBasic.All",
            "Directory.ReadWrite.All",
        ],
        []);

    public static TokenPermission ReadAllMyGroups { get; } = new(
        [
            "User.Read", "Group.ReadBasic.All", "Directory.Read.All", "Group.Read.All", "GroupMember.Read.All",
            "GroupMember.ReadBasic.All", "User.Read.All", "Directory.ReadWrite.All",
        ],
        []);

    public static TokenPermission ListServicePrincipals { get; } = new(
        ["Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
        ["Application.Read.All", "Application.ReadWrite.OwnedBy", "Directory.Read.All", "Application.ReadWrite.All"]);

    public static TokenPermission ReadServicePrincipal { get; } = new(
        ["Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"],
        [
            "Application.Read.All", "Application.ReadWrite.OwnedBy", "Directory.Read.All", "Application.ReadWrite.All",
            "Directory.ReadWrite.All",
        ]);

    public static TokenPermission ListUsers { get; } = new(
        [
            "User.ReadBasic.All", "User.ReadWrite.All", "AgentIdUser.ReadWrite.All", "AgentIdUser.ReadWrite.IdentityParentedBy",
            "DeviceManagementApps.Read.All", "DeviceManagementApps.ReadWrite.All", "DeviceManagementConfiguration.Read.All",
            "DeviceManagementConfiguration.ReadWrite.All", "DeviceManagementManagedDevices.Read.All",
            "DeviceManagementManagedDevices.ReadWrite.All", "DeviceManagementServiceConfig.Read.All",
            "DeviceManagementServiceConfig.ReadWrite.All", "Directory.Read.All", "User.Read.All", "Directory.ReadWrite.All",
        ],
        [
            "User.ReadBasic.All", "User.ReadWrite.All", "AgentIdUser.ReadWrite.All", "AgentIdUser.ReadWrite.IdentityParentedBy",
            "DeviceManagementApps.Read.All", "DeviceManagementApps.ReadWrite.All", "DeviceManagementConfiguration.ReadWrite.All",
            "DeviceManagementManagedDevices.Read.All", "DeviceManagementManagedDevices.ReadWrite.All",
            "DeviceManagementServiceConfig.Read.All", "DeviceManagementServiceConfig.ReadWrite.All", "Directory.Read.All",
            "User.Read.All", "User.ReadWrite.CrossCloud", "DeviceManagementConfiguration.Read.All", "Directory.ReadWrite.All",
        ]);

    public static TokenPermission ReadUser { get; } = new(
        [
            "User.ReadBasic.All", "User.ReadWrite.All", "User.Read", "AgentIdUser.ReadWrite.All",
            "AgentIdUser.ReadWrite.IdentityParentedBy", "DeviceManagementApps.Read.All", "DeviceManagementApps.ReadWrite.All",
            "DeviceManagementConfiguration.Read.All", "DeviceManagementConfiguration.ReadWrite.All",
            "DeviceManagementManagedDevices.Read.All", "DeviceManagementManagedDevices.ReadWrite.All",
            "DeviceManagementServiceConfig.Read.All", "DeviceManagementServiceConfig.ReadWrite.All", "Directory.Read.All",
            "User.Read.All", "User.ReadWrite", "Directory.ReadWrite.All",
        ],
        [
            "User.ReadBasic.All", "User.ReadWrite.All", "AgentIdUser.ReadWrite.All", "AgentIdUser.ReadWrite.IdentityParentedBy",
            "DeviceManagementApps.Read.All", "DeviceManagementApps.ReadWrite.All", "DeviceManagementConfiguration.ReadWrite.All",
            "DeviceManagementManagedDevices.Read.All", "DeviceManagementManagedDevices.ReadWrite.All",
            "DeviceManagementServiceConfig.Read.All", "DeviceManagementServiceConfig.ReadWrite.All", "Directory.Read.All",
            "User.Read.All", "User.ReadWrite.CrossCloud", "DeviceManagementConfiguration.Read.All", "Directory.ReadWrite.All",
        ]);

    public static TokenPermission ReadGroupsOfUser { get; } = new(
        [
            "User.Read", "Group.ReadBasic.All", "Directory.Read.All", "GroupMember.Read.All", "GroupMember.ReadBasic.All",
            "Directory.ReadWrite.All",
        ],
        ["Directory.Read.All", "Group.ReadBasic.All", "GroupMember.ReadBasic.All", "Directory.ReadWrite.All"]);

    public static TokenPermission ReadAllGroupsOfUser { get; } = new(
        [
            "User.Read", "Group.ReadBasic.All", "Directory.Read.All", "Group.Read.All", "GroupMember.Read.All",
            "GroupMember.ReadBasic.All", "User.Read.All", "Directory.ReadWrite.All",
        ],
        [
            "User.Read.All", "Directory.Read.All", "Group.Read.All", "Group.ReadBasic.All", "GroupMember.Read.All",
            "GroupMember.ReadBasic.All", "Directory.ReadWrite.All",
        ]);
}
