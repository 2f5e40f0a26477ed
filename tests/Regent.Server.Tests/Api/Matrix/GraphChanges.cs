using System.Text.Json.Nodes;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>What is sent to routes of Graph that change something, or that read by a body.</summary>
internal static class GraphChanges
{
    private const string Directory = "/roleManagement/directory/";
    private const string Group = "/identityGovernance/privilegedAccess/group/";
    private const string Members = "GroupMember.ReadWrite.All";
    private const string Policies = "/policies/roleManagementPolicies/{id}";
    private const string Alerts = "/identityGovernance/roleManagementAlerts/";

    // An extension takes a fresh second factor, which the requestor's token does not bring.
    private const string NoFactor = "selfExtend, of the requestor, without a second factor";

    // What only those may who manage roles, where it is about a group that can hold some.
    private const string Ordinary = "an ordinary group";
    private const string Assignable = "a role-assignable group";

    public static IEnumerable<MatrixChange> Of(MatrixWorld world) =>
        [.. OfDirectory(world), .. OfRoles(world), .. OfGroups(world), .. OfApprovals(), .. OfPolicies(), .. OfAlerts()];

    private static IEnumerable<MatrixChange> OfDirectory(MatrixWorld world)
    {
        var batch = new JsonObject { ["requests"] = new JsonArray(new JsonObject { ["id"] = "1", ["method"] = "GET", ["url"] = "/auditLogs/directoryAudits" }) };
        yield return new("POST /$batch", "the batch", batch);
        yield return new("POST /$batch", "what is asked in it: the record", batch) { Permission = "AuditLog.Read.All", IsInside = true };
        foreach (var name in new[] { "getByIds", "microsoft.graph.getByIds" })
        {
            yield return new($"POST /directoryObjects/{name}", Body: new JsonObject { ["ids"] = new JsonArray(world.Person("requestor")) });
        }

        foreach (var (content, permission) in new[] { (Ordinary, Members), (Assignable, $"{Members} RoleManagement.ReadWrite.Directory"), (Assignable + MatrixAddresses.ByOther, Members) })
        {
            yield return new("POST /groups/{id}/members/$ref", content, world.Reference("plain")) { Permission = permission };
            yield return new("DELETE /groups/{id}/members/{member}/$ref", content) { Permission = permission };
        }
    }

    private static IEnumerable<MatrixChange> OfRoles(MatrixWorld world) =>
    [
        new($"POST {Directory}roleAssignmentScheduleRequests", "selfActivate, of the requestor", world.Ask("selfActivate", "Message Center Reader")),
        new($"POST {Directory}roleAssignmentScheduleRequests", "adminAssign", world.Ask("adminAssign", "Message Center Reader", "P10D", "holder")),
        new($"POST {Directory}roleAssignmentScheduleRequests/{{id}}/cancel", "of the requestor"),
        new($"POST {Directory}roleEligibilityScheduleRequests", NoFactor, world.Ask("selfExtend", "Service Support Administrator", "P20D")),
        new($"POST {Directory}roleEligibilityScheduleRequests", "adminAssign", world.Ask("adminAssign", "Message Center Reader", "P10D", "holder")),
        new($"POST {Directory}roleEligibilityScheduleRequests/{{id}}/cancel", "of the requestor"),
        new($"POST {Directory}roleAssignments", Body: world.Raw("Message Center Reader")),
        new($"DELETE {Directory}roleAssignments/{{id}}"),
        new($"POST {Directory}roleDefinitions", Body: MatrixWorld.Definition("Door openers")),
        new($"PATCH {Directory}roleDefinitions/{{id}}", Body: new JsonObject { ["description"] = "Prints badges." }),
        new($"DELETE {Directory}roleDefinitions/{{id}}"),
    ];

    private static IEnumerable<MatrixChange> OfGroups(MatrixWorld world)
    {
        foreach (var kind in new[] { "assignment", "eligibility" })
        {
            var set = $"POST {Group}{kind}ScheduleRequests";
            var own = kind == "assignment" ? "selfActivate" : "selfExtend";
            yield return new(set, kind == "assignment" ? "selfActivate, of the requestor" : NoFactor, world.AskGroup(own, "late", kind == "assignment" ? "PT1H" : "P20D"));
            yield return new(set, $"adminAssign, {Ordinary}", world.AskGroup("adminAssign", "late", "P10D", "plain"));
            yield return new(set, $"adminAssign, {Assignable}", world.AskGroup("adminAssign", "deputies", "P10D", "plain"));
            yield return new($"{set}/{{id}}/cancel", "of the requestor");
        }
    }

    private static IEnumerable<MatrixChange> OfApprovals() =>
        from approval in new[] { $"{Directory}roleAssignmentApprovals/{{id}}", $"{Group}assignmentApprovals/{{id}}" }
        from word in new[] { "stages", "steps" }
        from content in approval.StartsWith(Directory, StringComparison.Ordinal) ? new[] { "of the requestor", MatrixAddresses.Unnamed } : ["of the requestor"]
        select new MatrixChange(
            $"PATCH {approval}/{word}/{{step}}", content, new JsonObject { ["reviewResult"] = "Approve", ["justification"] = "Agreed." });

    private static IEnumerable<MatrixChange> OfPolicies()
    {
        const string Rule = """{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyExpirationRule","id":"Expiration_EndUser_Assignment","maximumDuration":"PT4H"}""";
        foreach (var content in MatrixAddresses.OfPolicies)
        {
            var permission = MatrixAddresses.PolicyPermission(content, "ReadWrite");
            yield return new($"PATCH {Policies}", content, new JsonObject { ["rules"] = new JsonArray(JsonNode.Parse(Rule)) }) { Permission = permission };
            yield return new($"PATCH {Policies}/rules/{{rule}}", content, JsonNode.Parse(Rule)) { Permission = permission };
        }
    }

    private static IEnumerable<MatrixChange> OfAlerts() =>
    [
        new($"POST {Alerts}alerts/refresh", Body: new JsonObject { ["scopeId"] = "/", ["scopeType"] = "DirectoryRole" }),
        new($"POST {Alerts}alerts/{{id}}/refresh"),
        new($"POST {Alerts}alerts/{{id}}/alertIncidents/{{incident}}/remediate"),
        new($"PATCH {Alerts}alerts/{{id}}", Body: new JsonObject { ["isActive"] = false }),
        new($"PATCH {Alerts}alertConfigurations/{{id}}", Body: new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.noMfaOnRoleActivationAlertConfiguration",
            ["isEnabled"] = false,
        }),
    ];
}
