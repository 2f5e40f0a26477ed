using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;
using static Regent.Server.Tests.Api.Arm.ArmClient;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>Approvals and their one stage, also called step, are shown and decided at the tenant and at the scope they are about.</summary>
public sealed class ApprovalTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("", "stages", "PUT")]
    [InlineData("", "stages", "PATCH")]
    [InlineData("", "steps", "PUT")]
    [InlineData("", "steps", "PATCH")]
    [InlineData(Web, "stages", "PUT")]
    [InlineData(Web, "stages", "PATCH")]
    [InlineData(Web, "steps", "PUT")]
    [InlineData(Web, "steps", "PATCH")]
    public async Task A_stage_is_found_and_decided(string scope, string stages, string method)
    {
        var (alan, margaret) = (await OfAsync(server, "alan"), await OfAsync(server, "margaret"));
        await DemandApprovalAsync(margaret);
        var name = NewName();
        await alan.PutAsync(At(Web, $"roleAssignmentScheduleRequests/{name}"), alan.Activation());
        var address = $"roleAssignmentApprovals/{name}";

        Assert.Contains(await margaret.ListAsync(At(scope, "roleAssignmentApprovals", "asApprover()")), one => (string?)one!["name"] == name);
        Assert.Equal(name, (string?)(await margaret.GetAsync(At(scope, address)))["name"]);
        var stage = Assert.Single(await margaret.ListAsync(At(scope, $"{address}/{stages}")))!;
        Assert.Equal(stage["name"]!.ToString(), (await margaret.GetAsync(At(scope, $"{address}/{stages}/{stage["name"]}")))["name"]!.ToString());
        var decided = await margaret.SendAsync(
            new HttpMethod(method), At(scope, $"{address}/{stages}/{stage["name"]}"),
            new JsonObject { ["properties"] = new JsonObject { ["reviewResult"] = "DENY", ["justification"] = "Not today." } }.ToJsonString(), HttpStatusCode.OK);

        Assert.Equal(("Completed", "Deny"), ((string?)decided["properties"]!["status"], (string?)decided["properties"]!["reviewResult"]));
        Assert.Equal("Denied", (string?)(await alan.GetAsync(At(Web, $"roleAssignmentScheduleRequests/{name}")))["properties"]!["status"]);
    }

    private static async Task DemandApprovalAsync(ArmClient margaret)
    {
        var link = Assert.Single(await margaret.ListAsync(At(Web, "roleManagementPolicyAssignments", $"roleDefinitionId eq '{RoleId("Contributor")}'")))!;
        await margaret.PatchAsync($"{link["properties"]!["policyId"]}?api-version=2020-10-01", JsonNode.Parse($$$"""
            {"properties":{"rules":[{"id":"Approval_EndUser_Assignment","ruleType":"RoleManagementPolicyApprovalRule","setting":{
              "isApprovalRequired":"true","approvalStages":[{"primaryApprovers":[{"id":"{{{margaret.Id}}}","userType":"User"}]}]}}]}}
            """)!);
    }
}
