namespace Regent.Api.Graph.Metadata;

/// <summary>The closed lists of words (specification of the API, section 2.7), and which members have them.</summary>
internal static class SchemaEnums
{
    private static readonly string[] Actions =
    [
        "adminAssign", "adminUpdate", "adminRemove", "selfActivate", "selfDeactivate", "adminExtend", "adminRenew", "selfExtend", "selfRenew",
    ];

    /// <summary>The word lists, by what they are called.</summary>
    public static IReadOnlyDictionary<string, string[]> Words { get; } = new Dictionary<string, string[]>
    {
        ["unifiedRoleScheduleRequestActions"] = Actions,
        ["scheduleRequestActions"] = Actions,
        ["expirationPatternType"] = ["notSpecified", "noExpiration", "afterDateTime", "afterDuration"],
        ["privilegedAccessGroupRelationships"] = ["owner", "member"],
        ["privilegedAccessGroupMemberType"] = ["direct", "group"],
        ["privilegedAccessGroupAssignmentType"] = ["assigned", "activated"],
        ["operationResult"] = ["success", "failure", "timeout"],
        ["groupType"] = ["unifiedGroups", "azureAD"],
        ["unifiedRoleManagementPolicyRuleTargetOperations"] = ["all", "activate", "deactivate", "assign", "update", "remove", "extend", "renew"],
        ["alertSeverity"] = ["unknown", "informational", "low", "medium", "high"],
        ["longRunningOperationStatus"] = ["notStarted", "running", "succeeded", "failed"],
        [CurrentUser] = ["principal", "createdBy", "approver", "target"],
    };

    /// <summary>As what the caller of a list is meant.</summary>
    public const string CurrentUser = "filterByCurrentUserOptions";

    /// <summary>The word list of a member; null when it has none.</summary>
    public static string? Of(string type, string member) => member switch
    {
        "action" when type.StartsWith("unifiedRole", StringComparison.Ordinal) => "unifiedRoleScheduleRequestActions",
        "action" when type.StartsWith("privilegedAccessGroup", StringComparison.Ordinal) => "scheduleRequestActions",
        "type" when type == "expirationPattern" => "expirationPatternType",
        "accessId" => "privilegedAccessGroupRelationships",
        "memberType" when type.StartsWith("privilegedAccessGroup", StringComparison.Ordinal) => "privilegedAccessGroupMemberType",
        "assignmentType" when type.StartsWith("privilegedAccessGroup", StringComparison.Ordinal) => "privilegedAccessGroupAssignmentType",
        "result" when type == "directoryAudit" => "operationResult",
        "groupType" when type == "targetResource" => "groupType",
        "operations" when type == "unifiedRoleManagementPolicyRuleTarget" => "unifiedRoleManagementPolicyRuleTargetOperations",
        "severityLevel" => "alertSeverity",
        "status" when type == "longRunningOperation" => "longRunningOperationStatus",
        _ => null,
    };
}
