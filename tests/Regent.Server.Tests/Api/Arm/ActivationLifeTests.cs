using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;
using static Regent.Server.Tests.Api.Arm.ArmClient;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>The life of an activation of a resource role, as a program sees it.</summary>
public sealed class ActivationLifeTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task An_activation_waits_is_approved_runs_and_is_ended()
    {
        var (alan, margaret) = (await OfAsync(server, "alan"), await OfAsync(server, "margaret"));
        var policy = await margaret.ListAsync(At(Web, "roleManagementPolicyAssignments", $"roleDefinitionId eq '{RoleId("Contributor")}'"));
        await margaret.PatchAsync(
            $"{policy[0]!["properties"]!["policyId"]}?api-version=2020-10-01", Rules(new JsonObject
            {
                ["id"] = "Approval_EndUser_Assignment",
                ["ruleType"] = "RoleManagementPolicyApprovalRule",
                ["setting"] = new JsonObject
                {
                    ["isApprovalRequired"] = "true",
                    ["approvalStages"] = new JsonArray(new JsonObject
                    {
                        ["primaryApprovers"] = new JsonArray(new JsonObject { ["id"] = margaret.Id, ["userType"] = "User" }),
                    }),
                },
            }));
        var name = NewName();

        var asked = await alan.PutAsync(At(Web, $"roleAssignmentScheduleRequests/{name}"), alan.Activation());

        Assert.Equal("PendingApproval", (string)asked["properties"]!["status"]!);
        Assert.Equal($"/providers/Microsoft.Authorization/roleAssignmentApprovals/{name}", (string)asked["properties"]!["approvalId"]!);
        var waiting = Assert.Single(await margaret.ListAsync(At("", "roleAssignmentScheduleRequests", "asApprover()")))!;
        Assert.Equal(name, (string)waiting["name"]!);
        var approval = Assert.Single(await margaret.ListAsync(At("", "roleAssignmentApprovals", "asApprover()")))!;
        var stage = Assert.Single(approval["properties"]!["stages"]!.AsArray())!;
        Assert.True((bool)stage["properties"]!["assignedToMe"]!);
        var decided = await margaret.PutAsync(
            $"{stage["id"]}?api-version=2021-01-01-preview",
            new JsonObject { ["properties"] = new JsonObject { ["reviewResult"] = "Approve", ["justification"] = "Go ahead." } }, HttpStatusCode.OK);
        Assert.Equal(("Completed", "Approve", margaret.Id), (
            (string)decided["properties"]!["status"]!, (string)decided["properties"]!["reviewResult"]!,
            (string)decided["properties"]!["reviewedBy"]!["principalId"]!));

        var running = Assert.Single(await alan.ListAsync(At(Web, "roleAssignmentScheduleInstances", "asTarget()")))!;
        Assert.Equal((name, "Activated"), ((string)running["name"]!, (string)running["properties"]!["assignmentType"]!));
        server.Clock.Advance(TimeSpan.FromMinutes(10));
        var ended = await alan.PutAsync(At(Web, $"roleAssignmentScheduleRequests/{NewName()}"), Ask("SelfDeactivate", alan.Id, "Contributor"));
        Assert.Equal("Revoked", (string)ended["properties"]!["status"]!);
        Assert.Empty(await alan.ListAsync(At(Web, "roleAssignmentScheduleInstances", "asTarget()")));
        Assert.Equal("Provisioned", (string)(await alan.GetAsync(At(Web, $"roleAssignmentScheduleRequests/{name}")))["properties"]!["status"]!);
    }

    private static JsonObject Rules(params JsonNode[] rules) => new() { ["properties"] = new JsonObject { ["rules"] = new JsonArray(rules) } };
}
