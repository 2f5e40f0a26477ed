using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>Bodies that make no sense are refused with the member that is wrong, and nothing breaks.</summary>
public sealed class BodyTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("\"action\"", null)]
    [InlineData("{", null)]
    [InlineData("{\"action\":\"selfActivate\"", null)]
    [InlineData("{\"action\":7}", "action")]
    [InlineData("{\"action\":\"selfActivate\",\"Action\":\"adminAssign\"}", "Action")]
    [InlineData("{\"isValidationOnly\":\"yes\"}", "isValidationOnly")]
    [InlineData("{\"scheduleInfo\":{\"expiration\":{\"duration\":8}}}", "scheduleInfo.expiration.duration")]
    [InlineData("{\"scheduleInfo\":[]}", "scheduleInfo")]
    [InlineData("{\"justification\":\"a\\u0000b\"}", "justification")]
    [InlineData("{\"justification\":\"\\ud800\"}", "justification")]
    [InlineData("{\"ticketInfo\":{\"ticketNumber\":17}}", "ticketInfo.ticketNumber")]
    public async Task What_cannot_be_read_is_refused(string body, string? member)
    {
        var refused = await (await AsAsync("alan")).PostTextAsync(ApiClient.AssignmentRequests, body);

        Assert.Equal("Request_BadRequest", ApiClient.Code(refused));
        Assert.Equal(member, (string?)refused["error"]!["target"]);
        Assert.Contains(member ?? "", ApiClient.Message(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_nested_beyond_reason_is_refused()
    {
        var body = string.Concat(Enumerable.Repeat("{\"scheduleInfo\":", 5000)) + "1" + new string('}', 5000);

        Assert.Equal("Request_BadRequest", ApiClient.Code(await (await AsAsync("alan")).PostTextAsync(ApiClient.AssignmentRequests, body)));
    }

    [Theory]
    [InlineData("action", null, "action")]
    [InlineData("action", "'adminReplace'", "action")]
    [InlineData("action", "'unknownFutureValue'", "action")]
    [InlineData("action", "'0'", "action")]
    [InlineData("principalId", null, "principalId")]
    [InlineData("principalId", "'alan@regent.example'", "principalId")]
    [InlineData("roleDefinitionId", null, "roleDefinitionId")]
    [InlineData("roleDefinitionId", "'Exchange Administrator'", "roleDefinitionId")]
    [InlineData("directoryScopeId", null, "directoryScopeId")]
    [InlineData("appScopeId", "'/'", "appScopeId")]
    [InlineData("scheduleInfo", null, "scheduleInfo")]
    [InlineData("scheduleInfo", "{'recurrence':{}}", "scheduleInfo.recurrence")]
    [InlineData("scheduleInfo", "{'startDateTime':'2026-03-02T09:00:00'}", "scheduleInfo.startDateTime")]
    [InlineData("scheduleInfo", "{'startDateTime':'tomorrow'}", "scheduleInfo.startDateTime")]
    [InlineData("scheduleInfo", "{'startDateTime':''}", "scheduleInfo.startDateTime")]
    [InlineData("scheduleInfo", "{'startDateTime':'2026-02-30T09:00:00Z'}", "scheduleInfo.startDateTime")]
    [InlineData("scheduleInfo", "{'startDateTime':'0001-01-01T00:00:00Z'}", "scheduleInfo.startDateTime")]
    [InlineData("scheduleInfo", "{'startDateTime':'9999-12-31T23:59:59-14:00'}", "scheduleInfo.startDateTime")]
    [InlineData("scheduleInfo", "{'expiration':{'duration':'PT1H'}}", "scheduleInfo.expiration.type")]
    [InlineData("scheduleInfo", "{'expiration':{'type':'someday'}}", "scheduleInfo.expiration.type")]
    [InlineData("scheduleInfo", "{'expiration':{'type':'afterDuration'}}", "scheduleInfo.expiration.duration")]
    [InlineData("scheduleInfo", "{'expiration':{'type':'afterDuration','duration':'8h'}}", "scheduleInfo.expiration.duration")]
    [InlineData("scheduleInfo", "{'expiration':{'type':'afterDuration','duration':'P1Y'}}", "scheduleInfo.expiration.duration")]
    [InlineData("scheduleInfo", "{'expiration':{'type':'afterDuration','duration':'-PT1H'}}", "scheduleInfo.expiration.duration")]
    [InlineData("scheduleInfo", "{'expiration':{'type':'afterDuration','duration':'P99999999999D'}}", "scheduleInfo.expiration.duration")]
    [InlineData("scheduleInfo", "{'expiration':{'type':'afterDateTime'}}", "scheduleInfo.expiration.endDateTime")]
    [InlineData("scheduleInfo", "{'expiration':{'type':'afterDateTime','endDateTime':'2026-03-02'}}", "scheduleInfo.expiration.endDateTime")]
    public async Task What_makes_no_sense_is_refused_with_the_member_that_is_wrong(string member, string? value, string target)
    {
        var alan = await AsAsync("alan");
        var ask = alan.Activation("User Administrator");
        ask.Remove(member);
        if (value is not null)
        {
            ask[member] = JsonNode.Parse(value.Replace('\'', '"'));
        }

        var refused = await alan.PostAsync(ApiClient.AssignmentRequests, ask, HttpStatusCode.BadRequest);

        Assert.Equal("InvalidRoleAssignmentRequest", ApiClient.Code(refused));
        Assert.Equal(target, (string?)refused["error"]!["target"]);
    }

    [Theory]
    [InlineData("here", "InvalidScope")]
    [InlineData("/administrativeUnits/nowhere", "InvalidScope")]
    [InlineData("", "InvalidScope")]
    public async Task A_scope_that_is_none_is_refused(string scope, string code)
    {
        var ask = ApiClient.Administration("adminAssign", (await AsAsync("alan")).Id, "Reports Reader");
        ask["directoryScopeId"] = scope;

        Assert.Equal(code, ApiClient.Code(await (await AsAsync("ada")).PostAsync(ApiClient.AssignmentRequests, ask, HttpStatusCode.BadRequest)));
    }

    [Theory]
    [InlineData("selfActivate")]
    [InlineData("selfDeactivate")]
    public async Task Eligibilities_are_given_and_taken_not_activated(string action)
    {
        var alan = await AsAsync("alan");
        var ask = alan.Activation("User Administrator");
        ask["action"] = action;

        Assert.Equal("InvalidRoleAssignmentRequest", ApiClient.Code(
            await alan.PostAsync(ApiClient.EligibilityRequests, ask, HttpStatusCode.BadRequest)));
    }

    [Fact]
    public async Task Unknown_roles_and_people_are_named_as_such()
    {
        var ada = await AsAsync("ada");
        var alan = await AsAsync("alan");
        var nobody = ApiClient.Administration("adminAssign", "00000000-0000-0000-0000-000000000001", "Reports Reader");
        var nothing = alan.Activation("Reports Reader");
        nothing["roleDefinitionId"] = "00000000-0000-0000-0000-000000000001";

        Assert.Equal("SubjectNotFound", ApiClient.Code(await ada.PostAsync(ApiClient.EligibilityRequests, nobody, HttpStatusCode.BadRequest)));
        Assert.Equal("RoleDefinitionDoesNotExist", ApiClient.Code(
            await alan.PostAsync(ApiClient.AssignmentRequests, nothing, HttpStatusCode.BadRequest)));
    }

    [Fact]
    public async Task Who_is_not_eligible_is_told_the_rule()
    {
        var alan = await AsAsync("alan");

        var refused = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Global Administrator"), HttpStatusCode.BadRequest);

        Assert.Equal("""The following policy rules failed: ["EligibilityRule"]""", ApiClient.Message(refused));
    }

    [Fact]
    public async Task Names_are_read_in_any_letter_case_and_what_is_unknown_is_left_aside()
    {
        var katherine = await AsAsync("katherine");
        var body = $$$"""
            {"@odata.type":"#microsoft.graph.unifiedRoleAssignmentScheduleRequest","ACTION":"SELFACTIVATE","PrincipalId":"{{{katherine.Id.ToUpperInvariant()}}}",
             "RoleDefinitionId":"{{{ApiClient.Role("Helpdesk Administrator").ToUpperInvariant()}}}","DirectoryScopeId":"/","Justification":"Kommt Zeit, kommt Rat – ä",
             "AppScopeId":null,"weather":{"rain":true},
             "ScheduleInfo":{"StartDateTime":"2020-01-01T00:00:00.1234567+02:00","Recurrence":null,
               "Expiration":{"Type":"AfterDuration","Duration":"PT90M","EndDateTime":null} } }
            """;

        var made = await katherine.PostTextAsync(ApiClient.AssignmentRequests, body, HttpStatusCode.Created);

        Assert.Equal(("Provisioned", "PT90M"), ((string?)made["status"], (string?)made["scheduleInfo"]!["expiration"]!["duration"]));
        Assert.Equal("2026-03-02T09:00:00Z", (string?)made["scheduleInfo"]!["startDateTime"]);
        Assert.Equal("Kommt Zeit, kommt Rat – ä", (string?)made["justification"]);
    }

    [Theory]
    [InlineData("{}", "Request_BadRequest")]
    [InlineData("{\"reviewResult\":\"Perhaps\",\"justification\":\"x\"}", "Request_BadRequest")]
    [InlineData("{\"reviewResult\":true}", "Request_BadRequest")]
    [InlineData("{\"reviewResult\":\"Approve\"}", "RoleAssignmentRequestPolicyValidationFailed")]
    [InlineData("{\"reviewResult\":\"Deny\",\"justification\":\"  \"}", "RoleAssignmentRequestPolicyValidationFailed")]
    public async Task A_decision_needs_its_result_and_its_words(string body, string code)
    {
        var grace = await AsAsync("grace");
        var id = (string?)(await grace.ListAsync($"{ApiClient.AssignmentRequests}/filterByCurrentUser(on='approver')"))[0]!["id"];
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await grace.Http.PatchAsync(
            $"{ApiClient.Approvals}/{id}/steps/{id}", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, ApiClient.Code(
            JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject()));
    }

    [Fact]
    public async Task A_step_of_nothing_is_not_found()
    {
        var grace = await AsAsync("grace");

        await grace.DecideAsync("00000000-0000-0000-0000-000000000001", "Approve", "Go ahead.", HttpStatusCode.NotFound);
        await grace.DecideAsync("nonsense", "Approve", "Go ahead.", HttpStatusCode.NotFound);
        await grace.CancelAsync(ApiClient.AssignmentRequests, "nonsense", HttpStatusCode.NotFound);
    }

    private Task<ApiClient> AsAsync(string name) => ApiClient.OfAsync(server, name);
}
