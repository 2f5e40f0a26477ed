namespace Regent.Api.Graph.Metadata;

/// <summary>Where lists are found, and of which type their items are. A type that no contract has is left out of the schema.</summary>
internal static class SchemaPlaces
{
    private const string Roles = "roleManagement/directory/";
    private const string Groups = "identityGovernance/privilegedAccess/group/";
    private const string Alerts = "identityGovernance/roleManagementAlerts/";

    /// <summary>The lists, by their address.</summary>
    public static IReadOnlyList<(string Path, string Entity)> Lists { get; } =
    [
        ("users", "user"), ("groups", "group"), ("servicePrincipals", "servicePrincipal"), ("directoryObjects", "directoryObject"),
        ("directoryRoles", "directoryRole"), ("administrativeUnits", "administrativeUnit"), ("organization", "organization"),
        ("directory/administrativeUnits", "administrativeUnit"), ("auditLogs/directoryAudits", "directoryAudit"),
        (Roles + "roleDefinitions", "unifiedRoleDefinition"), (Roles + "roleAssignments", "unifiedRoleAssignment"),
        (Roles + "transitiveRoleAssignments", "unifiedRoleAssignment"), (Roles + "roleAssignmentApprovals", "approval"),
        (Roles + "roleAssignmentSchedules", "unifiedRoleAssignmentSchedule"),
        (Roles + "roleAssignmentScheduleInstances", "unifiedRoleAssignmentScheduleInstance"),
        (Roles + "roleAssignmentScheduleRequests", "unifiedRoleAssignmentScheduleRequest"),
        (Roles + "roleEligibilitySchedules", "unifiedRoleEligibilitySchedule"),
        (Roles + "roleEligibilityScheduleInstances", "unifiedRoleEligibilityScheduleInstance"),
        (Roles + "roleEligibilityScheduleRequests", "unifiedRoleEligibilityScheduleRequest"),
        (Groups + "assignmentApprovals", "approval"),
        (Groups + "assignmentSchedules", "privilegedAccessGroupAssignmentSchedule"),
        (Groups + "assignmentScheduleInstances", "privilegedAccessGroupAssignmentScheduleInstance"),
        (Groups + "assignmentScheduleRequests", "privilegedAccessGroupAssignmentScheduleRequest"),
        (Groups + "eligibilitySchedules", "privilegedAccessGroupEligibilitySchedule"),
        (Groups + "eligibilityScheduleInstances", "privilegedAccessGroupEligibilityScheduleInstance"),
        (Groups + "eligibilityScheduleRequests", "privilegedAccessGroupEligibilityScheduleRequest"),
        ("policies/roleManagementPolicies", "unifiedRoleManagementPolicy"),
        ("policies/roleManagementPolicyAssignments", "unifiedRoleManagementPolicyAssignment"),
        (Alerts + "alerts", "unifiedRoleManagementAlert"), (Alerts + "alertDefinitions", "unifiedRoleManagementAlertDefinition"),
        (Alerts + "alertConfigurations", "unifiedRoleManagementAlertConfiguration"), (Alerts + "operations", "longRunningOperation"),
    ];

    /// <summary>Lists that hang on an item and are no part of how it is written.</summary>
    public static IReadOnlyList<(string Entity, string Name, string Target)> Related { get; } =
    [
        ("user", "memberOf", "directoryObject"), ("user", "transitiveMemberOf", "directoryObject"),
        ("group", "memberOf", "directoryObject"), ("group", "transitiveMemberOf", "directoryObject"),
        ("group", "transitiveMembers", "directoryObject"),
        ("servicePrincipal", "memberOf", "directoryObject"), ("servicePrincipal", "transitiveMemberOf", "directoryObject"),
    ];

    /// <summary>What the steps on the way to a list are called as types.</summary>
    public static string StepAt(string path) => path switch
    {
        "roleManagement/directory" => "rbacApplication",
        "identityGovernance/privilegedAccess" => "privilegedAccessRoot",
        "identityGovernance/privilegedAccess/group" => "privilegedAccessGroup",
        "identityGovernance/roleManagementAlerts" => "roleManagementAlert",
        "policies" => "policyRoot",
        "auditLogs" => "auditLogRoot",
        _ => path.Split('/')[^1],
    };
}
