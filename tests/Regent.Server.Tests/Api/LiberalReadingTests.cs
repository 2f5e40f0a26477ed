using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Api.Policies;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>Programs spell things in many ways, and all of them are read; what is answered has one spelling, but for what was sent.</summary>
public sealed class LiberalReadingTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Group = "/v1.0/identityGovernance/privilegedAccess/group";

    [Theory]
    [InlineData("v1.0/ROLEMANAGEMENT//directory/RoleAssignmentScheduleRequests/")]
    [InlineData("//beta///roleManagement/Directory/roleassignmentschedulerequests//")]
    [InlineData("V1.0/roleManagement/directory/roleAssignmentScheduleRequests?api-version=ignored")]
    public async Task An_address_is_read_however_it_is_spelt(string address)
    {
        var alan = await AsAsync("alan");

        var judged = await alan.PostAsync($"{server.Address}/{address}", Judged(alan), HttpStatusCode.Created);

        Assert.EndsWith("/$metadata#roleManagement/directory/roleAssignmentScheduleRequests/$entity", (string)judged["@odata.context"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ApiClient.AssignmentInstances, "FILTERBYCURRENTUSER(ON='PRINCIPAL')")]
    [InlineData(ApiClient.AssignmentSchedules, "filterByCurrentUser(On='Principal')")]
    [InlineData(ApiClient.EligibilityRequests, "FilterByCurrentUser(on='PRINCIPAL')")]
    [InlineData(ApiClient.EligibilitySchedules, "microsoft.graph.FilterByCurrentUser(on='Principal')/")]
    [InlineData(ApiClient.AssignmentRequests, "Microsoft.Graph.filterByCurrentUser(on=%27createdby%27)")]
    [InlineData($"{Group}/assignmentApprovals", "filterbycurrentuser(on='APPROVER')")]
    [InlineData("/v1.0/users", "$Count")]
    [InlineData("/v1.0/users", "?$FILTER=StartsWith(ToLower(DISPLAYNAME),'A') AND AccountEnabled EQ True&$SELECT=ID,displayname&$OrderBy=DISPLAYNAME DESC&$TOP=1&$COUNT=True")]
    [InlineData(ApiClient.AssignmentRequests, "?$filter=STATUS eq 'pendingapproval' and ACTION eq 'SELFACTIVATE'&$expand=PRINCIPAL,roledefinition($Select=DisplayName)&$orderby=CREATEDDATETIME DESC")]
    public async Task Functions_members_and_values_are_asked_for_in_any_letter_case(string set, string rest)
    {
        var ada = await ApiClient.OfAsync(server, "ada");
        using var request = new HttpRequestMessage(HttpMethod.Get, rest[0] == '?' ? set + rest : $"{set}/{rest}");
        request.Headers.Add("ConsistencyLevel", "eventual");

        using var answer = await ada.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("'ACTION':'SELFACTIVATE'")]
    [InlineData("'Action':'SelfActivate','Justification':'a reason'")]
    [InlineData("'@odata.type':'#microsoft.graph.unifiedRoleAssignmentScheduleRequest','@odata.context':'x','principalId@odata.type':'String'")]
    [InlineData("'id':'mine','status':'Provisioned','createdBy':{'user':{'id':'x'}},'approvalId':null,'principal':{'@odata.type':'#microsoft.graph.user'},'extra':[{'a':{}}]")]
    [InlineData("'scheduleInfo':{'@odata.type':'microsoft.graph.requestSchedule','extra':1,'Expiration':{'@odata.type':'#microsoft.graph.expirationPattern','TYPE':'AFTERDURATION','DURATION':'PT60M','extra':{}}}")]
    [InlineData("'scheduleInfo':{'startDateTime':'2026-03-02T11:30:00.0000000+02:00','expiration':{'type':'afterDateTime','endDateTime':'2026-03-02T06:00:00-05:00','duration':null}}")]
    [InlineData("'scheduleInfo':{'startDateTime':'2026-03-02t09:30z','expiration':{'type':'AfterDuration','duration':'PT1H0M0S'}}")]
    [InlineData("'ticketInfo':{'@odata.type':'#microsoft.graph.ticketInfo','TicketNumber':'1','ticketSystem':'Desk','Extra':true}")]
    public async Task Bodies_are_read_however_they_are_spelt(string members)
    {
        var alan = await AsAsync("alan");
        var body = Judged(alan);
        foreach (var (name, value) in JsonNode.Parse($"{{{members.Replace('\'', '"')}}}")!.AsObject())
        {
            body.Remove(body.FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Key ?? name);
            body[name] = value?.DeepClone();
        }

        var judged = await alan.PostAsync(ApiClient.AssignmentRequests, body);

        Assert.Equal(("selfActivate", alan.Id, true), ((string?)judged["action"], (string?)judged["principalId"], (bool)judged["isValidationOnly"]!));
    }

    [Theory]
    [InlineData("2026-05-02T12:00:00.1234567+02:00", "afterDuration", "PT90M", null)]
    [InlineData("2026-05-02T10:00:00Z", "AfterDuration", "PT1H30M", null)]
    [InlineData("2026-05-02T10:00:00.000Z", "afterDateTime", null, "2026-05-02T13:30:00+02:00")]
    [InlineData("2026-05-02t10:00z", "AFTERDURATION", "PT1H30M", null, "2026-05-02T10:00:00Z")]
    public async Task What_was_sent_is_read_again_as_it_was_spelt(string start, string type, string? duration, string? end, string? told = null)
    {
        var (ada, katherine) = (await AsAsync("ada"), await AsAsync("katherine"));
        var body = ApiClient.Administration("ADMINASSIGN", katherine.Id.ToUpperInvariant(), "Reports Reader");
        body["customData"] = " Spaces  stay, ümlauts too ";
        body["scheduleInfo"] = new JsonObject
        {
            ["startDateTime"] = start,
            ["expiration"] = new JsonObject { ["type"] = type, ["duration"] = duration, ["endDateTime"] = end },
        };

        var made = await ada.PostAsync(ApiClient.EligibilityRequests, body);
        var read = await ada.GetAsync($"{ApiClient.EligibilityRequests}/{((string)made["id"]!).ToUpperInvariant()}/");

        Assert.Equal(made.ToJsonString(), read.ToJsonString());
        Assert.Equal(("adminAssign", katherine.Id, " Spaces  stay, ümlauts too "), (
            (string?)read["action"], (string?)read["principalId"], (string?)read["customData"]));
        var (schedule, expiration) = (read["scheduleInfo"]!, read["scheduleInfo"]!["expiration"]!);
        Assert.Equal((told ?? start, duration, end), ((string?)schedule["startDateTime"], (string?)expiration["duration"], (string?)expiration["endDateTime"]));
        await ada.CancelAsync(ApiClient.EligibilityRequests, ((string)made["id"]!).ToUpperInvariant());
    }

    [Theory]
    [InlineData("Expiration_EndUser_Assignment", "'maximumDuration':'PT480M','isExpirationRequired':'TRUE'", "'isExpirationRequired':true,'maximumDuration':'PT8H'")]
    [InlineData("EXPIRATION_ENDUSER_ASSIGNMENT", "'MaximumDuration':'PT2H'", "'isExpirationRequired':true,'maximumDuration':'PT2H'")]
    [InlineData("Expiration_Admin_Eligibility", "'isExpirationRequired':false,'extra':{'a':[]}", "'isExpirationRequired':false,'maximumDuration':'P365D'")]
    [InlineData("Enablement_EndUser_Assignment", "'enabledRules':['JUSTIFICATION','ticketing'],'target':{'@odata.type':'microsoft.graph.unifiedRoleManagementPolicyRuleTarget'}", "'enabledRules':['Justification','Ticketing']")]
    [InlineData("Notification_Admin_EndUser_Assignment", "'notificationLevel':'critical','isDefaultRecipientsEnabled':'False'", "'notificationType':'Email','recipientType':'Admin','notificationLevel':'Critical','isDefaultRecipientsEnabled':false,'notificationRecipients':[]")]
    [InlineData("Approval_EndUser_Assignment", "'setting':{'isApprovalRequired':'false'}", "'@odata.type':'#microsoft.graph.unifiedRoleManagementPolicyApprovalRule'")]
    public async Task Of_a_rule_any_part_is_read_and_what_is_left_out_stays(string rule, string sent, string expected)
    {
        var ada = await AsAsync("ada");
        var policy = await ada.PolicyAsync("Message Center Reader");
        await ada.ChangeAsync(policy, "Expiration_EndUser_Assignment", """ "isExpirationRequired":true,"maximumDuration":"PT8H" """);

        await ada.ChangeAsync(policy, rule, sent.Replace('\'', '"'));

        var changed = await ada.RuleAsync(policy, rule);
        Assert.All(JsonNode.Parse($"{{{expected.Replace('\'', '"')}}}")!.AsObject(), member =>
            Assert.Equal(member.Value!.ToJsonString(), changed[member.Key]!.ToJsonString()));
        Assert.Equal(rule, (string?)changed["id"], ignoreCase: true);
        Assert.StartsWith(rule.Split('_')[0].ToUpperInvariant()[..1] + ((string)changed["id"]!)[1..], (string?)changed["id"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{1}_member_{0}")]
    [InlineData("{1}_MEMBER_{0}")]
    public async Task The_id_of_a_schedule_will_do_for_that_of_its_request(string form)
    {
        var alan = await AsAsync("alan");
        var group = await alan.GroupAsync("Database operators");
        var asked = await alan.PostAsync($"{Group}/assignmentScheduleRequests", JsonNode.Parse($$$"""
            {"action":"selfActivate","principalId":"{{{alan.Id}}}","groupId":"{{{group}}}","accessId":"Member","justification":"A table is stuck.",
             "scheduleInfo":{"expiration":{"type":"afterDuration","duration":"PT1H"}},"ticketInfo":{"ticketNumber":"1","ticketSystem":"Desk"}}
            """)!);
        var id = string.Format(null, form, asked["id"], group);

        Assert.Equal((string?)asked["id"], (string?)(await alan.GetAsync($"{Group}/assignmentScheduleRequests/{id}"))["id"]);
        await alan.CancelAsync($"{Group}/assignmentScheduleRequests", id);

        Assert.Equal("Canceled", (string?)(await alan.GetAsync($"{Group}/assignmentScheduleRequests/{asked["id"]}"))["status"]);
    }

    [Theory]
    [InlineData("/v1.0/users/{0}", "user")]
    [InlineData("/v1.0/directoryObjects/{0}", "user")]
    [InlineData("/v1.0/roleManagement/directory/roleDefinitions/{1}", "role")]
    [InlineData("/v1.0/roleManagement/directory/roleDefinitions('{1}')", "role")]
    [InlineData("/v1.0/directoryRoles(ROLETEMPLATEID='{1}')", "role")]
    [InlineData("/v1.0/roleManagement/directory/roleDefinitions?$filter=id eq '{1}'", "role")]
    [InlineData("/v1.0/users?$filter=ID in ('{0}')", "user")]
    public async Task Ids_are_read_in_any_letter_case_and_told_in_one(string form, string kind)
    {
        var alan = await AsAsync("alan");
        var id = kind == "user" ? alan.Id : ApiClient.Role("Reports Reader");

        var answer = await alan.GetAsync(string.Format(null, form, alan.Id.ToUpperInvariant(), ApiClient.Role("Reports Reader").ToUpperInvariant()));

        Assert.Equal(id, (string?)(answer["value"] is JsonArray all ? Assert.Single(all)! : answer)["id"]);
    }

    [Fact]
    public async Task What_was_made_can_be_read_at_once_and_each_step_has_its_status()
    {
        var ada = await AsAsync("ada");
        var role = await ada.PostAsync(ApiClient.RoleDefinitions, JsonNode.Parse("""
            {"DisplayName":"Reader at once","IsEnabled":true,"rolePermissions":[{"allowedResourceActions":["microsoft.directory/applications/basic/read"]}]}
            """)!);
        var address = $"{ApiClient.RoleDefinitions}/{role["id"]}";
        Assert.Equal((string?)role["id"], (string?)(await ada.GetAsync(address))["id"]);
        await ada.SendAsync(HttpMethod.Patch, address, new JsonObject { ["DESCRIPTION"] = "Reads." }, HttpStatusCode.NoContent);
        Assert.Equal("Reads.", (string?)Assert.Single(await ada.ListAsync($"{ApiClient.RoleDefinitions}?$filter=displayName eq 'Reader at once'"))!["description"]);

        var given = await ada.PostAsync(ApiClient.RoleAssignments, new JsonObject
        {
            ["principalId"] = ada.Id.ToUpperInvariant(),
            ["RoleDefinitionId"] = ApiClient.Role("Reports Reader").ToUpperInvariant(),
            ["directoryScopeId"] = "/",
        });
        Assert.Equal(given["id"]!.ToString(), (await ada.GetAsync($"{ApiClient.RoleAssignments}/{given["id"]}"))["id"]!.ToString());
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        await ada.SendAsync(HttpMethod.Delete, $"{ApiClient.RoleAssignments}/{given["id"]}", body: null, HttpStatusCode.NoContent);
        await ada.SendAsync(HttpMethod.Delete, address, body: null, HttpStatusCode.NoContent);
        await ada.GetAsync(address, HttpStatusCode.NotFound);
    }

    private static JsonObject Judged(ApiClient alan)
    {
        var body = alan.Activation("User Administrator", "PT1H");
        body["isValidationOnly"] = true;
        return body;
    }

    private Task<ApiClient> AsAsync(string name) => ApiClient.OfAsync(server, name);
}
