using System.Net;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Policies;

public sealed class PolicyChangeTests(SampleServer server) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private const string Expiration = "Expiration_EndUser_Assignment";
    private const string Approval = "Approval_EndUser_Assignment";

    private ApiClient ada = null!;

    public async ValueTask InitializeAsync() => ada = await ApiClient.OfAsync(server, "ada");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_changed_rule_is_read_back_and_all_others_stay()
    {
        var policy = await ada.PolicyAsync("Attack Payload Author");
        var before = await ada.ListAsync($"{PolicyClient.Policies}/{policy}/rules");

        await ada.ChangeAsync(policy, Expiration, """
            "id":"Expiration_EndUser_Assignment","isExpirationRequired":true,"maximumDuration":"PT240M",
            "target":{"caller":"EndUser","operations":["All"],"level":"Assignment","inheritableSettings":[],"enforcedSettings":[]}
            """);

        before[10]!["maximumDuration"] = "PT4H";
        Assert.Equal(before.ToJsonString(), (await ada.ListAsync($"{PolicyClient.Policies}/{policy}/rules")).ToJsonString());
        var changed = await ada.GetAsync($"{PolicyClient.Policies}/{policy}");
        Assert.Equal("2026-03-02T09:00:00Z", (string?)changed["lastModifiedDateTime"]);
        Assert.Equal(("Ada Lovelace", ada.Id), ((string?)changed["lastModifiedBy"]!["displayName"], (string?)changed["lastModifiedBy"]!["id"]));
    }

    [Fact]
    public async Task What_a_rule_leaves_out_stays_as_it_is()
    {
        var policy = await ada.PolicyAsync("Attribute Log Reader");
        await ada.ChangeAsync(policy, Approval, $$"""
            "setting":{"isApprovalRequired":true,"approvalStages":[{"primaryApprovers":[
                {"@odata.type":"#microsoft.graph.singleUser","userId":"{{ada.Id}}","description":"whoever"},
                {"@odata.type":"#microsoft.graph.groupMembers","groupId":"{{await ada.GroupAsync("On-call engineers")}}"}]}]}
            """);

        await ada.ChangeAsync(policy, Approval, """ "setting":{"isApprovalRequired":false} """);
        await ada.ChangeAsync(policy, "Notification_Requestor_EndUser_Assignment", """ "notificationRecipients":["desk@regent.example"] """);
        await ada.ChangeAsync(policy, "Notification_Requestor_EndUser_Assignment", """ "notificationLevel":"critical" """);

        var setting = (await ada.RuleAsync(policy, Approval))["setting"]!;
        Assert.False((bool)setting["isApprovalRequired"]!);
        Assert.Equal(
            ["Ada Lovelace", "On-call engineers"],
            setting["approvalStages"]![0]!["primaryApprovers"]!.AsArray().Select(approver => (string?)approver!["description"]));
        Assert.Equal(
            ["#microsoft.graph.singleUser", "#microsoft.graph.groupMembers"],
            setting["approvalStages"]![0]!["primaryApprovers"]!.AsArray().Select(approver => (string?)approver!["@odata.type"]));
        var mails = await ada.RuleAsync(policy, "Notification_Requestor_EndUser_Assignment");
        Assert.Equal(
            ("Critical", "desk@regent.example", true),
            ((string?)mails["notificationLevel"], (string?)mails["notificationRecipients"]![0], (bool)mails["isDefaultRecipientsEnabled"]!));
    }

    [Fact]
    public async Task Several_rules_are_changed_at_once_or_none()
    {
        var policy = await ada.PolicyAsync("Azure DevOps Administrator");
        const string Context = """{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyAuthenticationContextRule","id":"AuthenticationContext_EndUser_Assignment","isEnabled":true,"claimValue":"C1"}""";
        const string Mfa = """{"id":"Enablement_EndUser_Assignment","enabledRules":["Justification","MultiFactorAuthentication"]}""";

        var answered = await ada.PatchAsync($"{PolicyClient.Policies}/{policy}", $$"""{"displayName":"Mine","rules":[{{Context}},{"id":"expiration_admin_eligibility","isExpirationRequired":"true","maximumDuration":"P15D"}]}""", HttpStatusCode.OK);
        var refused = await ada.PatchAsync($"{PolicyClient.Policies}/{policy}", $$"""{"rules":[{"id":"Expiration_EndUser_Assignment","maximumDuration":"PT1H"},{{Mfa}}]}""", HttpStatusCode.BadRequest);

        Assert.Equal(
            ["@odata.context", "id", "displayName", "description", "isOrganizationDefault", "scopeId", "scopeType", "lastModifiedDateTime", "lastModifiedBy"],
            answered.Select(member => member.Key));
        Assert.Equal("DirectoryRole", (string?)answered["displayName"]);
        Assert.Equal(("MfaAndAcrsConflict", "Enablement_EndUser_Assignment/enabledRules"), (ApiClient.Code(refused), (string?)refused["error"]!["target"]));
        Assert.Equal("c1", (string?)(await ada.RuleAsync(policy, "AuthenticationContext_EndUser_Assignment"))["claimValue"]);
        Assert.Equal("PT8H", (string?)(await ada.RuleAsync(policy, Expiration))["maximumDuration"]);
        var eligibility = await ada.RuleAsync(policy, "Expiration_Admin_Eligibility");
        Assert.Equal((true, "P15D"), ((bool)eligibility["isExpirationRequired"]!, (string?)eligibility["maximumDuration"]));
    }

    [Fact]
    public async Task Rules_of_groups_are_changed_by_their_owners()
    {
        var barbara = await ApiClient.OfAsync(server, "barbara");
        var group = await barbara.GroupAsync("Database operators");
        var link = (await barbara.ListAsync(PolicyClient.Assignments + ApiClient.Where($"{PolicyClient.OfGroup(group)} and roleDefinitionId eq 'owner'")))[0]!;

        await barbara.ChangeAsync((string)link["policyId"]!, "Enablement_Admin_Assignment", """ "enabledRules":["Ticketing"] """);
        var refused = await barbara.ChangeAsync((string)link["policyId"]!, Approval, """ "setting":{"isApprovalRequired":true} """, HttpStatusCode.BadRequest);

        Assert.Equal(["Ticketing"], (await barbara.RuleAsync((string)link["policyId"]!, "Enablement_Admin_Assignment"))["enabledRules"]!.AsArray().Select(one => (string?)one));
        Assert.Equal(
            ("InvalidPolicy", "Approval_EndUser_Assignment/setting/approvalStages/primaryApprovers"),
            (ApiClient.Code(refused), (string?)refused["error"]!["target"]));
    }

    [Theory]
    [InlineData(Expiration, """ "maximumDuration":"PT25H" """, "/maximumDuration")]
    [InlineData(Expiration, """ "maximumDuration":"soon" """, "/maximumDuration")]
    [InlineData(Expiration, """ "isExpirationRequired":false """, "/isExpirationRequired")]
    [InlineData(Expiration, """ "id":"Approval_EndUser_Assignment" """, "/id")]
    [InlineData("Expiration_Admin_Assignment", """ "maximumDuration":"PT0S" """, "/maximumDuration")]
    [InlineData("Enablement_EndUser_Assignment", """ "enabledRules":["Password"] """, "/enabledRules")]
    [InlineData("AuthenticationContext_EndUser_Assignment", """ "isEnabled":true,"claimValue":null """, "/claimValue")]
    [InlineData("Notification_Admin_EndUser_Assignment", """ "notificationRecipients":["nobody"] """, "/notificationRecipients")]
    [InlineData(Approval, """ "setting":{"approvalStages":[{"primaryApprovers":[{"userId":"00000000-0000-0000-0000-000000000001"}]}]} """, "/setting/approvalStages/primaryApprovers")]
    public async Task What_cannot_be_is_refused_with_the_rule_and_its_member(string rule, string members, string member)
    {
        var refused = await ada.ChangeAsync(await ada.PolicyAsync("Security Reader"), rule, members, HttpStatusCode.BadRequest);

        Assert.Equal(("InvalidPolicy", rule + member), (ApiClient.Code(refused), (string?)refused["error"]!["target"]));
    }

    [Theory]
    [InlineData("""{"maximumDuration":"PT1H"}""", "Expiration_EndUser_Assignment/@odata.type")]
    [InlineData("""{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyApprovalRule"}""", "Expiration_EndUser_Assignment/@odata.type")]
    [InlineData("""{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyExpirationRule","isExpirationRequired":"perhaps"}""", "isExpirationRequired")]
    [InlineData("""{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyExpirationRule","maximumDuration":5}""", "maximumDuration")]
    public async Task A_rule_says_of_which_type_it_is(string body, string target)
    {
        var refused = await ada.PatchAsync($"{PolicyClient.Policies}/{await ada.PolicyAsync("Security Reader")}/rules/{Expiration}", body, HttpStatusCode.BadRequest);

        Assert.Equal(target, (string?)refused["error"]!["target"]);
    }

    [Theory]
    [InlineData("""{}""", "rules")]
    [InlineData("""{"rules":[]}""", "rules")]
    [InlineData("""{"rules":[null]}""", "rules[0].id")]
    [InlineData("""{"rules":[{"id":"Expiration_EndUser_Assignment"},{"id":"Nothing"}]}""", "rules[1].id")]
    [InlineData("""{"rules":[{"id":"Expiration_EndUser_Assignment"},{"id":"expiration_enduser_assignment"}]}""", "Expiration_EndUser_Assignment/id")]
    public async Task Several_rules_are_each_named_once(string body, string target)
    {
        var refused = await ada.PatchAsync($"{PolicyClient.Policies}/{await ada.PolicyAsync("Security Reader")}", body, HttpStatusCode.BadRequest);

        Assert.Equal(("InvalidPolicy", target), (ApiClient.Code(refused), (string?)refused["error"]!["target"]));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_changed()
    {
        var policy = await ada.PolicyAsync("Security Reader");

        Assert.Equal("InputPolicyNotFound", ApiClient.Code(await ada.ChangeAsync($"{policy}0", Expiration, """ "maximumDuration":"PT1H" """, HttpStatusCode.BadRequest)));
        Assert.Equal("ResourceNotFound", ApiClient.Code(await ada.ChangeAsync(policy, "Expiration_EndUser_Eligibility", """ "maximumDuration":"PT1H" """, HttpStatusCode.NotFound)));
    }

    [Fact]
    public async Task Every_problem_is_told_with_its_target()
    {
        var refused = await ada.PatchAsync(
            $"{PolicyClient.Policies}/{await ada.PolicyAsync("Security Reader")}",
            """{"rules":[{"id":"Expiration_EndUser_Assignment","maximumDuration":""},{"id":"Notification_Admin_EndUser_Assignment","recipientType":"Approver"}]}""",
            HttpStatusCode.BadRequest);

        Assert.Equal(
            ["Expiration_EndUser_Assignment/maximumDuration", "Notification_Admin_EndUser_Assignment/recipientType"],
            refused["error"]!["details"]!.AsArray().Select(detail => (string?)detail!["target"]));
    }
}
