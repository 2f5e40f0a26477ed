using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;
using static Regent.Server.Tests.Api.Arm.ArmClient;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>The settings of roles as seventeen rules, changed in part and given back.</summary>
public sealed class PolicyTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task What_a_change_leaves_out_stays_and_the_policy_is_answered()
    {
        var margaret = await OfAsync(server, "margaret");
        var id = await PolicyAsync(margaret, Web, "Contributor");

        var changed = await margaret.PatchAsync($"{id}?api-version=2020-10-01", Rules("""
            [{ "id": "Expiration_EndUser_Assignment", "ruleType": "RoleManagementPolicyExpirationRule", "maximumDuration": "PT240M" },
             { "id": "notification_admin_enduser_assignment", "isDefaultRecipientsEnabled": "false", "notificationRecipients": ["ops@regent.example"] }]
            """));

        var rules = changed["properties"]!["rules"]!.AsArray();
        Assert.Equal(17, rules.Count);
        Assert.Equal("PT4H", (string)Rule(rules, "Expiration_EndUser_Assignment")["maximumDuration"]!);
        var mails = Rule(rules, "Notification_Admin_EndUser_Assignment");
        Assert.Equal((false, "All", "ops@regent.example"), (
            (bool)mails["isDefaultRecipientsEnabled"]!, (string)mails["notificationLevel"]!, (string)mails["notificationRecipients"]![0]!));
        Assert.Equal(["Justification"], Rule(rules, "Enablement_EndUser_Assignment")["enabledRules"]!.AsArray().Select(one => (string)one!));
        Assert.True(JsonNode.DeepEquals(changed, await margaret.GetAsync($"{id}?api-version=2020-10-01")));
        Assert.Equal("P365D", (string)Rule((await margaret.GetAsync($"{await PolicyAsync(margaret, Shop, "Contributor")}?api-version=2020-10-01"))
            ["properties"]!["rules"]!.AsArray(), "Expiration_Admin_Eligibility")["maximumDuration"]!);

        await margaret.DeleteAsync($"{id}?api-version=2020-10-01");
        await margaret.DeleteAsync($"{id}?api-version=2020-10-01", HttpStatusCode.NoContent);
        Assert.Equal("PT8H", (string)Rule((await margaret.GetAsync($"{id}?api-version=2020-10-01"))
            ["properties"]!["rules"]!.AsArray(), "Expiration_EndUser_Assignment")["maximumDuration"]!);
    }

    [Theory]
    [InlineData("""[{ "id": "Expiration_Nobody_Assignment" }]""", "properties.rules[0].id")]
    [InlineData("""[{ "id": "Expiration_EndUser_Assignment", "ruleType": "RoleManagementPolicyApprovalRule" }]""", "properties.rules[0].ruleType")]
    [InlineData("""[{ "id": "Expiration_EndUser_Assignment", "maximumDuration": "PT0S" }]""", "Expiration_EndUser_Assignment/maximumDuration")]
    [InlineData("""[{ "id": "Enablement_EndUser_Assignment", "enabledRules": ["Hope"] }]""", "Enablement_EndUser_Assignment/enabledRules")]
    [InlineData("""[{ "id": "Notification_Admin_Admin_Eligibility", "notificationLevel": "Loud" }]""", "Notification_Admin_Admin_Eligibility/notificationLevel")]
    [InlineData("""[null]""", "properties.rules[0].id")]
    [InlineData("""null""", "properties.rules")]
    public async Task A_rule_that_makes_no_sense_is_refused_by_name(string rules, string target)
    {
        var margaret = await OfAsync(server, "margaret");
        var id = await PolicyAsync(margaret, Web, "Reader");

        var no = await margaret.PatchAsync($"{id}?api-version=2020-10-01", Rules(rules), HttpStatusCode.BadRequest);

        Assert.Equal(("InvalidPolicy", target), (Code(no), Target(no)));
    }

    [Fact]
    public async Task A_link_leads_to_its_own_policy_and_to_no_other()
    {
        var margaret = await OfAsync(server, "margaret");
        var link = Assert.Single(await margaret.ListAsync(At(Web, "roleManagementPolicyAssignments", $"roleDefinitionId eq '{RoleId("Owner")}'")))!;
        var body = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["scope"] = Web,
                ["roleDefinitionId"] = (string)link["properties"]!["roleDefinitionId"]!,
                ["policyId"] = (string)link["properties"]!["policyId"]!,
            },
        };

        await margaret.PutAsync($"{link["id"]}?api-version=2020-10-01", body);
        body["properties"]!["policyId"] = await PolicyAsync(margaret, Web, "Reader");

        Assert.Equal("properties.policyId", Target(await margaret.PutAsync($"{link["id"]}?api-version=2020-10-01", body, HttpStatusCode.BadRequest)));
        await margaret.DeleteAsync($"{link["id"]}?api-version=2020-10-01", HttpStatusCode.NoContent);
        await margaret.GetAsync(At(Web, $"roleManagementPolicyAssignments/{NewName()}_{NewName()}"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_administrators_of_the_place_change_and_only_those_who_see_it_read()
    {
        var (alan, margaret) = (await OfAsync(server, "alan"), await OfAsync(server, "margaret"));
        var reader = await OfAsync(server, "ada");
        var lab = await PolicyAsync(reader, Lab, "Reader");

        await alan.GetAsync(At(Web, "roleManagementPolicies"), HttpStatusCode.Forbidden);
        await margaret.GetAsync($"{lab}?api-version=2020-10-01", HttpStatusCode.Forbidden);
        await margaret.PatchAsync($"{lab}?api-version=2020-10-01", Rules("[]"), HttpStatusCode.Forbidden);
        await margaret.DeleteAsync($"{lab}?api-version=2020-10-01", HttpStatusCode.Forbidden);
    }

    private static async Task<string> PolicyAsync(ArmClient client, string scope, string role) => (string)Assert.Single(
        await client.ListAsync(At(scope, "roleManagementPolicyAssignments", $"roleDefinitionId eq '{RoleId(role)}'")))!["properties"]!["policyId"]!;

    private static JsonObject Rules(string rules) => new() { ["properties"] = new JsonObject { ["rules"] = JsonNode.Parse(rules) } };

    private static JsonNode Rule(JsonArray rules, string id) => rules.Single(rule => (string)rule!["id"]! == id)!;
}
