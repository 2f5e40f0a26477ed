using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;
using Regent.Core.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>What tokens must carry for the directory (specification of the API, section 1.6).</summary>
internal static class DirectoryPermissions
{
    private static readonly string[] Directory = ["Directory.Read.All", "Directory.ReadWrite.All"];

    private static readonly string[] Groups =
    [
        "Group-NestingSupport.ReadWrite.All", "Group.ReadBasic.All", "Group-PreferredDataLocation.ReadWrite.All",
        "Group.ManageProtection.All", "Group.Read.All", "GroupMember.Read.All", "Group.ReadWrite.All", .. Directory,
    ];

    private static readonly string[] Members =
    [
        "GroupMember.ReadBasic.All", "Group.ReadBasic.All", "Directory.Read.All", "Group.Read.All", "GroupMember.Read.All",
        "Group.ReadWrite.All", "GroupMember.ReadWrite.All",
    ];

    private static readonly string[] OwnGroups = ["Group.ReadBasic.All", "GroupMember.ReadBasic.All", .. Directory];

    private static readonly string[] AllOwnGroups = ["User.Read.All", "Group.Read.All", "GroupMember.Read.All", .. OwnGroups];

    private static readonly string[] Programs = ["Application.Read.All", "Application.ReadWrite.All", .. Directory];

    private static readonly string[] Users =
    [
        "User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", "AgentIdUser.ReadWrite.All", "AgentIdUser.ReadWrite.IdentityParentedBy",
        "DeviceManagementApps.Read.All", "DeviceManagementApps.ReadWrite.All", "DeviceManagementConfiguration.Read.All",
        "DeviceManagementConfiguration.ReadWrite.All", "DeviceManagementManagedDevices.Read.All",
        "DeviceManagementManagedDevices.ReadWrite.All", "DeviceManagementServiceConfig.Read.All",
        "DeviceManagementServiceConfig.ReadWrite.All", .. Directory,
    ];

    private static readonly string[] UsersAlone = [.. Users, "User.ReadWrite.CrossCloud"];

    public static TokenPermission ReadMe { get; } = new(
        [
            "User.Read", "User.ReadBasic.All", "User.Read.All", "User.ReadWrite", "User.ReadWrite.All", "AgentIdUser.ReadWrite.All",
            "AgentIdUser.ReadWrite.IdentityParentedBy", .. Directory,
        ],
        []);

    public static TokenPermission ReadMyGroups { get; } = new(["User.Read", "GroupMember.Read.All", .. OwnGroups], []);

    public static TokenPermission ReadAllMyGroups { get; } = new(["User.Read", .. AllOwnGroups], []);

    public static TokenPermission ListUsers { get; } = new(Users, UsersAlone);

    public static TokenPermission ReadUser { get; } = new(["User.Read", "User.ReadWrite", .. Users], UsersAlone);

    public static TokenPermission ReadGroupsOfUser { get; } = new(["User.Read", "GroupMember.Read.All", .. OwnGroups], OwnGroups);

    public static TokenPermission ReadAllGroupsOfUser { get; } = new(["User.Read", .. AllOwnGroups], AllOwnGroups);

    public static TokenPermission ListGroups { get; } = Both(Groups);

    public static TokenPermission ReadGroup { get; } = Both(["Group-XTenantIdentitySync.Read.All", .. Groups]);

    public static TokenPermission ReadMembers { get; } = Both(Members);

    public static TokenPermission ReadOwners { get; } = Both(
        "GroupMember.Read.All", "Group.ReadWrite.All", "Directory.Read.All", "Group.Read.All", "GroupMember.ReadWrite.All");

    public static TokenPermission ManageMembers { get; } = Both("GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All");

    // Beside the other, where directory roles can hang on the membership.
    private static TokenPermission ManageMembersWithRoles { get; } = Both("RoleManagement.ReadWrite.Directory");

    public static TokenPermission ListServicePrincipals { get; } = new(
        Programs, ["Application.Read.All", "Application.ReadWrite.OwnedBy", "Application.ReadWrite.All", "Directory.Read.All"]);

    public static TokenPermission ReadServicePrincipal { get; } = new(Programs, ["Application.ReadWrite.OwnedBy", .. Programs]);

    public static TokenPermission ReadObjects { get; } = Both("Directory.Read.All");

    public static TokenPermission ReadDirectoryRole { get; } = Both(
        ["RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory", .. Directory]);

    public static TokenPermission ReadUnits { get; } = Both(["AdministrativeUnit.Read.All", "AdministrativeUnit.ReadWrite.All", .. Directory]);

    public static TokenPermission ReadOrganization { get; } = new(
        ["User.Read", "Organization.Read.All", "Organization.ReadWrite.All", .. Directory],
        ["Organization.Read.All", "Organization.ReadWrite.All", .. Directory]);

    /// <summary>The no to a token that lets in at the members of groups, but not of this one; null when it does.</summary>
    public static IResult? RefusalToManage(this GraphCall call, Principal group) =>
        group.IsRoleAssignable && TokenGate.Refusal(call.Http.User, ManageMembersWithRoles) is { } why ? GraphErrors.Denied(why) : null;

    private static TokenPermission Both(params string[] names) => new(names, names);
}
