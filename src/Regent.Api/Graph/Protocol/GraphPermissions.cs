using Regent.Core.Assignments;

namespace Regent.Api.Graph.Protocol;

/// <summary>The permissions of Graph, and Regent's own beside them, that programs can be given, and what a program that acts for itself may by them.</summary>
internal static class GraphPermissions
{
    private static readonly Power[] AllGroups = [Power.ManageOrdinaryGroups, Power.ManageRoleAssignableGroups];

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<GraphPermission> All { get; } =
    [
        .. OfDirectory().Concat(OfRoles()).Concat(OfGroups()).Concat(OfTargets()).OrderBy(one => one.Name, StringComparer.Ordinal),
    ];

    private static Dictionary<string, GraphPermission> ByName { get; } = All.ToDictionary(one => one.Name, StringComparer.Ordinal);

    /// <summary>What these permissions come to for a program that acts for itself.</summary>
    public static IReadOnlySet<Power> PowersOf(IEnumerable<string> names) =>
        names.SelectMany(name => ByName.GetValueOrDefault(name)?.Powers ?? []).ToHashSet();

    private static IEnumerable<GraphPermission> OfDirectory() =>
    [
        new("User.Read", "See your own profile.") { IsForPeopleOnly = true },
        new("User.ReadBasic.All", "See the names and mail addresses of everybody."),
        new("User.Read.All", "See the profiles of everybody."),
        new("Group.Read.All", "See groups and who is in them."),
        new("Group.ReadBasic.All", "See what groups are called."),
        new("Group.ReadWrite.All", "See and change groups and who is in them.", Power.ManageOrdinaryGroups),
        new("GroupMember.Read.All", "See who is in which group."),
        new("GroupMember.ReadWrite.All", "See and change who is in which group.", Power.ManageOrdinaryGroups),
        new("Application.Read.All", "See programs and their service principals."),
        new("AdministrativeUnit.Read.All", "See administrative units and who is in them."),
        new("Directory.Read.All", "See everything in the directory, and the record of what was done.", Power.Read),
        new("AuditLog.Read.All", "See the record of what was done.", Power.Read),
    ];

    private static IEnumerable<GraphPermission> OfRoles() =>
    [
        new("RoleManagement.Read.Directory", "See directory roles, who holds them and how they are set.", Power.Read),
        new("RoleManagement.Read.All", "See roles everywhere, who holds them and how they are set.", Power.Read),
        new(
            "RoleManagement.ReadWrite.Directory", "Manage directory roles: give, take, activate, and change their settings.",
            Power.Read, Power.ManageDirectory, Power.ManageRoleAssignableGroups),
        new("RoleAssignmentSchedule.Read.Directory", "See who holds directory roles.", Power.Read),
        new("RoleAssignmentSchedule.ReadWrite.Directory", "Give, take and activate directory roles.", Power.Read, Power.ManageDirectory),
        new("RoleAssignmentSchedule.Remove.Directory", "Take directory roles away from those who hold them.", Power.TakeDirectory),
        new("RoleEligibilitySchedule.Read.Directory", "See who is eligible for directory roles.", Power.Read),
        new("RoleEligibilitySchedule.ReadWrite.Directory", "Make people eligible for directory roles, and end it.", Power.Read, Power.ManageDirectory),
        new("RoleEligibilitySchedule.Remove.Directory", "Take directory roles away from those who hold them.", Power.TakeDirectory),
        new("RoleManagementPolicy.Read.Directory", "See the settings of directory roles.", Power.Read),
        new("RoleManagementPolicy.ReadWrite.Directory", "See and change the settings of directory roles.") { IsForPeopleOnly = true },
        new("RoleManagementAlert.Read.Directory", "See the alerts of directory roles.", Power.Read),
        new("RoleManagementAlert.ReadWrite.Directory", "See the alerts of directory roles, and act on them.", Power.Read, Power.ManageDirectory),
    ];

    private static IEnumerable<GraphPermission> OfGroups() =>
    [
        new("PrivilegedAssignmentSchedule.Read.AzureADGroup", "See who is member and owner of groups under PIM.", Power.Read),
        new("PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup", "Give, take and activate membership and ownership of groups.", [Power.Read, .. AllGroups]),
        new("PrivilegedAssignmentSchedule.Remove.AzureADGroup", "End membership and ownership of groups.", Power.TakeGroups),
        new("PrivilegedEligibilitySchedule.Read.AzureADGroup", "See who is eligible in groups under PIM.", Power.Read),
        new("PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup", "Make people eligible in groups, and end it.", [Power.Read, .. AllGroups]),
        new("PrivilegedEligibilitySchedule.Remove.AzureADGroup", "End that people are eligible in groups.", Power.TakeGroups),
        new("RoleManagementPolicy.Read.AzureADGroup", "See the settings of groups under PIM.", Power.Read),
        new("RoleManagementPolicy.ReadWrite.AzureADGroup", "See and change the settings of groups under PIM.", [Power.Read, .. AllGroups]),
    ];

    private static IEnumerable<GraphPermission> OfTargets() =>
    [
        new("Targets.Read.All", "See the systems in which access lands, and what everybody has there.", Power.Read),
        new("Targets.ReadWrite.All", "Set up the systems in which access lands, and decide about what is found there.", Power.Read, Power.ManageTargets),
        new("Credentials.Issue", "Fetch what you sign in to systems with, for what you hold there.") { IsForPeopleOnly = true },
    ];
}
