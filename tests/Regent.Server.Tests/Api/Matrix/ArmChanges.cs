using System.Text.Json.Nodes;
using Regent.Core.Roles;
using Regent.Server.Tests.Api.Arm;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>What is sent to routes of Azure Resource Manager that change something, all at the web shop.</summary>
internal static class ArmChanges
{
    private const string SelfOfRequestor = "of the requestor";

    public static IEnumerable<MatrixChange> Of(MatrixWorld world) => [.. OfRequests(world), .. OfApprovals(), .. OfPolicies(), .. OfRoles(world)];

    private static IEnumerable<MatrixChange> OfRequests(MatrixWorld world)
    {
        foreach (var (type, own) in new[] { ("roleAssignmentScheduleRequests", "SelfActivate"), ("roleEligibilityScheduleRequests", "SelfExtend") })
        {
            var address = $"{type}/{ArmClient.NewName()}";
            var asked = world.AskResource(own, "Backup Operator", own == "SelfActivate" ? "PT1H" : "P20D");
            var given = world.AskResource("AdminAssign", "Monitoring Reader", "P10D", "plain");
            foreach (var (content, body) in new[] { (own == "SelfActivate" ? $"{own}, {SelfOfRequestor}" : $"{own}, {SelfOfRequestor}, without a second factor", asked), ("AdminAssign", given) })
            {
                yield return new($"PUT /arm/{type}/{{name}}", content, body, ArmClient.At(ArmClient.Shop, address));
                yield return new($"POST /arm/{type}/{{name}}/validate", content, body, ArmClient.At(ArmClient.Shop, $"{address}/validate"));
            }

            yield return new($"POST /arm/{type}/{{name}}/cancel", SelfOfRequestor);
        }
    }

    private static IEnumerable<MatrixChange> OfApprovals() =>
        from word in new[] { "stages", "steps" }
        from method in new[] { "PUT", "PATCH" }
        select new MatrixChange(
            $"{method} /arm/roleAssignmentApprovals/{{name}}/{word}/{{stage}}", SelfOfRequestor,
            JsonNode.Parse("""{"properties":{"reviewResult":"Approve","justification":"Agreed."}}"""));

    private static IEnumerable<MatrixChange> OfPolicies()
    {
        const string Rule = """{"id":"Expiration_EndUser_Assignment","ruleType":"RoleManagementPolicyExpirationRule","maximumDuration":"PT4H"}""";
        yield return new("PATCH /arm/roleManagementPolicies/{name}", Body: JsonNode.Parse($$$"""{"properties":{"rules":[{{{Rule}}}]}}"""));
        yield return new("DELETE /arm/roleManagementPolicies/{name}");
        Assert.True(Scope.TryParse(ArmClient.Shop, out var shop));
        var policy = Regent.Api.Arm.Policies.PolicyNames.Of(new RoleDefinitionId(new Guid(ArmClient.Role("Backup Contributor"))), shop);
        yield return new("PUT /arm/roleManagementPolicyAssignments/{name}", Body: new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["scope"] = ArmClient.Shop,
                ["roleDefinitionId"] = ArmClient.RoleId("Backup Contributor"),
                ["policyId"] = $"{ArmClient.Shop}{ArmClient.Provider}/roleManagementPolicies/{policy}",
            },
        });
        yield return new("DELETE /arm/roleManagementPolicyAssignments/{name}");
    }

    private static IEnumerable<MatrixChange> OfRoles(MatrixWorld world) =>
    [
        new("PUT /arm/roleAssignments/{name}", Body: world.RawResource("Monitoring Reader", "holder"), Address: ArmClient.At(ArmClient.Shop, $"roleAssignments/{ArmClient.NewName()}")),
        new("DELETE /arm/roleAssignments/{name}"),
        new("PUT /arm/roleDefinitions/{name}", Body: MatrixWorld.ResourceDefinition("Window washer"), Address: ArmClient.At(ArmClient.Shop, $"roleDefinitions/{ArmClient.NewName()}")),
        new("DELETE /arm/roleDefinitions/{name}"),
    ];
}
