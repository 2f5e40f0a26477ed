using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Roles;
using Regent.Server.Tests.Hosting;
using static Regent.Server.Tests.Api.Arm.ArmClient;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>Programs spell things in many ways, and all of them are read; what is answered has one spelling, but for what was sent.</summary>
public sealed class LiberalReadingTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("ASTARGET()")]
    [InlineData(" AsTarget() ")]
    [InlineData("PrincipalId EQ '{0}'")]
    [InlineData("properties/principalid eq '{0}'")]
    [InlineData("assignedto('{0}') AND STATUS Eq 'provisioned'")]
    [InlineData("principalId+eq+'{0}'")]
    public async Task Functions_members_and_values_are_asked_for_in_any_letter_case(string filter)
    {
        var alan = await OfAsync(server, "alan");

        var found = await alan.ListAsync(At(Web, "ROLEELIGIBILITYSCHEDULES", string.Format(null, filter, alan.Id.ToUpperInvariant()), "2020-10-01"));

        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.Equal(alan.Id, (string?)one!["properties"]!["principalId"]));
    }

    [Theory]
    [InlineData("'RequestType':'SELFACTIVATE','justification':'a reason'")]
    [InlineData("'REQUESTTYPE':'selfActivate','status':'Provisioned','requestorId':'x','expandedProperties':{},'extra':[1,{}]")]
    [InlineData("'@odata.type':'RoleAssignmentScheduleRequestProperties','scope':'SUBSCRIPTIONS/5A1E0000-0000-4000-8000-000000000001/resourcegroups/RG-WEB/'")]
    [InlineData("'scheduleInfo':{'@odata.type':'x','StartDateTime':'2026-03-02T11:30:00.0000000+02:00','EXPIRATION':{'Type':'afterDuration','Duration':'PT120M','endDateTime':null,'extra':0}}")]
    [InlineData("'scheduleInfo':{'startDateTime':null,'expiration':{'type':'AFTERDATETIME','endDateTime':'2026-03-02T06:00:00-05:00'}}")]
    [InlineData("'ticketInfo':{'TicketNumber':'1','ticketSystem':null,'extra':true}")]
    [InlineData("'roleDefinitionId':'/PROVIDERS/microsoft.authorization/ROLEDEFINITIONS/{0}'")]
    [InlineData("'roleDefinitionId':'{0}'")]
    public async Task Bodies_are_read_however_they_are_spelt(string members)
    {
        var alan = await OfAsync(server, "alan");
        var body = alan.Activation();
        var properties = body["properties"]!.AsObject();
        foreach (var (name, value) in JsonNode.Parse($"{{{members.Replace("{0}", Role("Contributor").ToUpperInvariant(), StringComparison.Ordinal).Replace('\'', '"')}}}")!.AsObject())
        {
            properties.Remove(properties.FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Key ?? name);
            properties[name] = value?.DeepClone();
        }

        var judged = await alan.PostAsync(At(Web, $"roleAssignmentScheduleRequests/{NewName()}/Validate"), new JsonObject { ["Properties"] = properties.DeepClone(), ["extra"] = 1 });

        Assert.Equal(("SelfActivate", alan.Id, RoleId("Contributor")), (
            (string?)judged["properties"]!["requestType"], (string?)judged["properties"]!["principalId"], (string?)judged["properties"]!["roleDefinitionId"]));
    }

    [Theory]
    [InlineData("Expiration_EndUser_Assignment", "'isExpirationRequired':'True','maximumDuration':'PT240M'", "'isExpirationRequired':true,'maximumDuration':'PT4H'")]
    [InlineData("EXPIRATION_ENDUSER_ASSIGNMENT", "'RuleType':'rolemanagementpolicyexpirationrule','MaximumDuration':'PT2H'", "'isExpirationRequired':true,'maximumDuration':'PT2H','ruleType':'RoleManagementPolicyExpirationRule'")]
    [InlineData("Expiration_Admin_Eligibility", "'isExpirationRequired':'false','extra':{}", "'isExpirationRequired':false,'maximumDuration':'P365D'")]
    [InlineData("Enablement_EndUser_Assignment", "'enabledRules':['justification','TICKETING'],'target':{'caller':'EndUser'}", "'enabledRules':['Justification','Ticketing']")]
    [InlineData("Notification_Admin_EndUser_Assignment", "'notificationLevel':'critical','isDefaultRecipientsEnabled':'FALSE'", "'notificationType':'Email','recipientType':'Admin','notificationLevel':'Critical','isDefaultRecipientsEnabled':false")]
    [InlineData("Approval_EndUser_Assignment", "'setting':{'isApprovalRequired':'false','isRequestorJustificationRequired':'true'}", "'ruleType':'RoleManagementPolicyApprovalRule'")]
    public async Task Of_a_rule_any_part_is_read_and_what_is_left_out_stays(string rule, string sent, string expected)
    {
        var margaret = await OfAsync(server, "margaret");
        var link = Assert.Single(await margaret.ListAsync(At(Web, "roleManagementPolicyAssignments", $"roleDefinitionId eq '{RoleId("Reader").ToUpperInvariant()}'")))!;
        var policy = $"{(string)link["properties"]!["policyId"]!}?api-version=2020-10-01";

        var changed = await margaret.PatchAsync(policy, JsonNode.Parse($$$"""{"properties":{"rules":[{"id":"{{{rule}}}",{{{sent.Replace('\'', '"')}}}}]}}""")!);

        var rules = changed["properties"]!["rules"]!.AsArray();
        var one = Assert.Single(rules, one => rule.Equals((string)one!["id"]!, StringComparison.OrdinalIgnoreCase))!;
        Assert.All(JsonNode.Parse($"{{{expected.Replace('\'', '"')}}}")!.AsObject(), member =>
            Assert.Equal(member.Value!.ToJsonString(), one[member.Key]!.ToJsonString()));
        Assert.Equal(17, rules.Count);
    }

    [Theory]
    [InlineData("linkedRoleEligibilityScheduleId", "{0}")]
    [InlineData("linkedRoleEligibilityScheduleId", "{1}/providers/Microsoft.Authorization/roleEligibilitySchedules/{0}")]
    [InlineData("linkedRoleEligibilityScheduleId", "{1}/providers/Microsoft.Authorization/roleEligibilityScheduleRequests/{0}")]
    [InlineData("LINKEDROLEELIGIBILITYSCHEDULEID", "{1}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances/{0}")]
    public async Task A_schedule_is_named_by_any_of_its_ids_and_told_as_it_was(string member, string form)
    {
        var alan = await OfAsync(server, "alan");
        var held = (await alan.ListAsync(At(Web, "roleEligibilitySchedules", "asTarget()"))).First(one => RoleId("Contributor").Equals((string?)one!["properties"]!["roleDefinitionId"], StringComparison.OrdinalIgnoreCase))!;
        var body = alan.Activation();
        var sent = string.Format(null, form, ((string)held["name"]!).ToUpperInvariant(), Web);
        body["properties"]![member] = sent;

        var judged = await alan.PostAsync(At(Web, $"roleAssignmentScheduleRequests/{NewName()}/validate"), body);

        Assert.Equal(sent, (string?)judged["properties"]!["linkedRoleEligibilityScheduleId"]);
    }

    [Theory]
    [InlineData("2026-05-01T12:00:00.1234567+02:00", "AfterDuration", "PT43200M", null)]
    [InlineData("2026-05-01T10:00:00.000Z", "AfterDateTime", null, "2026-05-20T13:30:00+02:00")]
    [InlineData("2026-05-01t10:00z", "AFTERDURATION", "P30DT0H", null, "2026-05-01T10:00:00Z")]
    public async Task What_was_made_can_be_read_at_once_as_it_was_spelt_and_each_step_has_its_status(
        string start, string type, string? duration, string? end, string? told = null)
    {
        var (ada, katherine) = (await OfAsync(server, "ada"), await OfAsync(server, "katherine"));
        var name = NewName();
        var body = Ask("adminASSIGN", katherine.Id.ToUpperInvariant(), "Reader");
        body["properties"]!["scheduleInfo"] = new JsonObject
        {
            ["startDateTime"] = start,
            ["expiration"] = new JsonObject { ["type"] = type, ["duration"] = duration, ["endDateTime"] = end },
        };

        var made = await ada.PutAsync(At(Shop.ToUpperInvariant(), $"ROLEELIGIBILITYSCHEDULEREQUESTS/{name.ToUpperInvariant()}", version: "2020-10-01"), body, HttpStatusCode.Created);
        var read = await ada.GetAsync(At(Shop, $"roleEligibilityScheduleRequests/{name}"));

        Assert.Equal(made.ToJsonString(), read.ToJsonString());
        Assert.Equal((name, $"{Shop}{Provider}/roleEligibilityScheduleRequests/{name}", "Microsoft.Authorization/roleEligibilityScheduleRequests"), (
            (string?)read["name"], (string?)read["id"], (string?)read["type"]));
        var (schedule, expiration) = (read["properties"]!["scheduleInfo"]!, read["properties"]!["scheduleInfo"]!["expiration"]!);
        Assert.Equal((told ?? start, duration, end), ((string?)schedule["startDateTime"], (string?)expiration["duration"], (string?)expiration["endDateTime"]));
        Assert.Contains(await ada.ListAsync(At(Shop, "roleEligibilityScheduleRequests")), one => (string?)one!["name"] == name);
        await ada.PutAsync(At(Shop, $"roleEligibilityScheduleRequests/{name}"), body, HttpStatusCode.Created);
        await ada.PostAsync(At(Shop, $"roleEligibilityScheduleRequests/{name.ToUpperInvariant()}/CANCEL"), body: null, HttpStatusCode.OK);
        Assert.Equal("Canceled", (string?)(await ada.GetAsync(At(Shop, $"roleEligibilityScheduleRequests/{name}")))["properties"]!["status"]);
    }

    [Fact]
    public async Task A_role_is_given_in_any_spelling_and_seen_from_everywhere_at_once()
    {
        var (margaret, grace) = (await OfAsync(server, "margaret"), await OfAsync(server, "grace"));
        var link = Assert.Single(await margaret.ListAsync(At(Web, "roleManagementPolicyAssignments", $"roleDefinitionId eq '{RoleId("Backup Reader")}'")))!;
        await margaret.PatchAsync($"{link["properties"]!["policyId"]}?api-version=2020-10-01", JsonNode.Parse(
            """{"properties":{"rules":[{"id":"expiration_admin_assignment","isExpirationRequired":"False"}]}}""")!);
        var address = At(Web, $"RoleAssignments/{NewName()}", version: "2022-04-01");
        var body = new JsonObject
        {
            ["PROPERTIES"] = new JsonObject
            {
                ["PrincipalId"] = grace.Id.ToUpperInvariant(),
                ["roleDefinitionID"] = Role("Backup Reader").ToUpperInvariant(),
                ["principalType"] = "USER",
                ["Description"] = "Looks after backups.",
                ["extra"] = true,
            },
        };

        var given = await margaret.PutAsync(address, body, HttpStatusCode.Created);

        Assert.Equal((grace.Id, RoleId("Backup Reader")), ((string?)given["properties"]!["principalId"], (string?)given["properties"]!["roleDefinitionId"]));
        Assert.Equal(given.ToJsonString(), (await margaret.GetAsync(address)).ToJsonString());
        Assert.Equal(given.ToJsonString(), (await margaret.GetAsync($"{given["id"]}?api-version=2022-04-01")).ToJsonString());
        var front = new ScopeNode(ScopeOf($"{Web}/providers/Microsoft.Web/sites/front"), "front", ScopeOf(Web));
        await server.Services.GetRequiredService<AddScope>().ExecuteAsync(
            new Caller((await server.PersonAsync("margaret")).Id, MfaAt: null), front, TestContext.Current.CancellationToken);
        Assert.Contains(
            await margaret.ListAsync(At($"{Web}/providers/Microsoft.Web/sites/front", "roleAssignments")), one => (string?)one!["name"] == (string?)given["name"]);
    }

    private static Scope ScopeOf(string path) => Scope.TryParse(path, out var scope) ? scope : throw new InvalidOperationException($"{path} is no scope.");
}
