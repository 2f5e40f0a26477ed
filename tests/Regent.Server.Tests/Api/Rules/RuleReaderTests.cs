using System.Text.Json;
using Regent.Api.Rules;
using Regent.Core;
using Regent.Core.Policies;

namespace Regent.Server.Tests.Api.Rules;

public sealed class RuleReaderTests
{
    private const string Somebody = "0b5f7a1e-3d52-4d0c-9d0f-4b0f2b1d7c01";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Nothing_sent_says_nothing()
    {
        Assert.Equal(new PolicyRule.Expiration(Name("Expiration_Admin_Eligibility"), null, null), Read("Expiration_Admin_Eligibility", "{}"));
        Assert.Equal(new PolicyRule.Approval(Name("Approval_EndUser_Assignment"), null, null), Read("Approval_EndUser_Assignment", """{"setting":{}}"""));
        Assert.Null(Assert.IsType<PolicyRule.Enablement>(Read("Enablement_Admin_Assignment", """{"enabledRules":null}""")).Enabled);
    }

    [Fact]
    public void Text_stands_for_switches_and_letter_case_does_not_matter()
    {
        Assert.Equal(
            new PolicyRule.Expiration(Name("Expiration_EndUser_Assignment"), true, TimeSpan.FromHours(8)),
            Read("Expiration_EndUser_Assignment", """{"isExpirationRequired":"True","maximumDuration":"PT480M"}"""));
        Assert.Equal(
            new PolicyRule.AuthenticationContext(Name("AuthenticationContext_EndUser_Assignment"), false, "c1"),
            Read("AuthenticationContext_EndUser_Assignment", """{"isEnabled":"false","claimValue":"C1"}"""));
        Assert.Equal(
            [EnabledRule.Ticketing, EnabledRule.Justification],
            Assert.IsType<PolicyRule.Enablement>(Read("Enablement_Admin_Assignment", """{"enabledRules":["ticketing","JUSTIFICATION"]}""")).Enabled);
    }

    [Theory]
    [InlineData("""{"@odata.type":"#microsoft.graph.singleUser","userId":"*"}""")]
    [InlineData("""{"@odata.type":"#microsoft.graph.groupMembers","groupId":"*","description":"Board","isBackup":false}""")]
    [InlineData("""{"@odata.type":"#microsoft.graph.singleUser","id":"*"}""")]
    [InlineData("""{"userType":"Group","id":"*","isBackup":true}""")]
    public void Approvers_are_named_in_whatever_way_clients_name_them(string approver)
    {
        var body = $$$"""{"setting":{"isApprovalRequired":"true","approvalStages":[{"primaryApprovers":[{{{approver}}}]}]}}""".Replace("*", Somebody, StringComparison.Ordinal);

        var rule = Assert.IsType<PolicyRule.Approval>(Read("Approval_EndUser_Assignment", body));

        Assert.Equal((true, Somebody), (rule.IsRequired, Assert.Single(rule.Approvers!).ToString()));
    }

    [Fact]
    public void Addresses_that_are_blank_are_none()
    {
        var rule = Read("Notification_Admin_EndUser_Assignment", """{"notificationRecipients":[""," ",null," desk@regent.example "],"notificationLevel":"critical"}""");

        Assert.Equal(["desk@regent.example"], Assert.IsType<PolicyRule.Notification>(rule).AdditionalRecipients);
        Assert.Equal(NotificationLevel.Critical, Assert.IsType<PolicyRule.Notification>(rule).Level);
    }

    [Fact]
    public void The_target_belongs_to_the_rule_whatever_is_sent() => Assert.IsType<PolicyRule.Notification>(Read(
        "Notification_Admin_EndUser_Assignment",
        """{"target":{"caller":"Admin","operations":["All"],"level":"Eligibility"},"recipientType":"Admin","notificationType":"Email"}"""));

    [Theory]
    [InlineData("Expiration_Admin_Assignment", """{"maximumDuration":""}""", "maximumDuration")]
    [InlineData("Expiration_Admin_Assignment", """{"maximumDuration":"PT0S"}""", "maximumDuration")]
    [InlineData("Expiration_Admin_Assignment", """{"maximumDuration":"P1Y"}""", "maximumDuration")]
    [InlineData("Enablement_EndUser_Assignment", """{"enabledRules":["Mfa"]}""", "enabledRules")]
    [InlineData("Enablement_EndUser_Assignment", """{"enabledRules":[null]}""", "enabledRules")]
    [InlineData("Approval_EndUser_Assignment", """{"setting":{"approvalMode":"Both"}}""", "setting/approvalMode")]
    [InlineData("Approval_EndUser_Assignment", """{"setting":{"isApprovalRequired":true,"approvalMode":"NoApproval"}}""", "setting/approvalMode")]
    [InlineData("Approval_EndUser_Assignment", """{"setting":{"approvalStages":[{},{}]}}""", "setting/approvalStages")]
    [InlineData(
        "Approval_EndUser_Assignment", """{"setting":{"approvalStages":[{"primaryApprovers":[{"@odata.type":"#microsoft.graph.requestorManager"}]}]}}""",
        "setting/approvalStages/primaryApprovers")]
    [InlineData("Approval_EndUser_Assignment", """{"setting":{"approvalStages":[{"primaryApprovers":[null]}]}}""", "setting/approvalStages/primaryApprovers")]
    [InlineData("Notification_Admin_EndUser_Assignment", """{"notificationType":"Pigeon"}""", "notificationType")]
    [InlineData("Notification_Admin_EndUser_Assignment", """{"recipientType":"Approver"}""", "recipientType")]
    [InlineData("Notification_Admin_EndUser_Assignment", """{"notificationLevel":"Some"}""", "notificationLevel")]
    public void What_makes_no_sense_is_named_by_rule_and_member(string rule, string body, string member)
    {
        var refusal = Assert.Single(Assert.IsType<Outcome<PolicyRule>.Refused>(RuleReader.Read(Body(body), Name(rule))).Reasons);

        Assert.Equal((RefusalCode.InvalidPolicy, $"{rule}/{member}"), (refusal.Code, refusal.Target));
    }

    private static PolicyRuleName Name(string rule) => PolicyRuleName.Find(rule)!;

    private static RuleBody Body(string json) => JsonSerializer.Deserialize<RuleBody>(json, Json)!;

    private static PolicyRule Read(string rule, string json) =>
        Assert.IsType<Outcome<PolicyRule>.Done>(RuleReader.Read(Body(json), Name(rule))).Value;
}
