using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>Lists answer what was asked, and refuse what they cannot answer.</summary>
public sealed class QueryTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("principalId eq '{alan}'", 4)]
    [InlineData("PrincipalId EQ '{alan}' and roleDefinitionId eq '{role}' ", 1)]
    [InlineData("(roleDefinitionId eq '{role}') and (principal/id eq '{alan}')", 1)]
    [InlineData("'{role}' eq roleDefinition/id", 1)]
    [InlineData("principalId eq '{alan}' and directoryScopeId eq '/administrativeUnits/00000000-0000-0000-0000-000000000001'", 0)]
    [InlineData("directoryScopeId eq '/'", 7)]
    public async Task Eligibilities_are_filtered(string filter, int found)
    {
        var ada = await AsAsync("ada");
        var asked = filter.Replace("{alan}", (await AsAsync("alan")).Id, StringComparison.Ordinal)
            .Replace("{role}", ApiClient.Role("Security Reader"), StringComparison.Ordinal);

        Assert.Equal(found, (await ada.ListAsync(ApiClient.EligibilityInstances + ApiClient.Where(asked))).Count);
        Assert.Equal($"{found}", await ada.TextAsync($"{ApiClient.EligibilityInstances}/$count{ApiClient.Where(asked)}"));
    }

    [Theory]
    [InlineData("status eq 'denied'", "Denied")]
    [InlineData("status eq 'TimedOut'", "TimedOut")]
    public async Task Requests_are_filtered_by_status(string filter, string status)
    {
        var found = await (await AsAsync("edsger")).ListAsync(ApiClient.AssignmentRequests + ApiClient.Where(filter));

        Assert.NotEmpty(found);
        Assert.All(found, request => Assert.Equal(status, (string?)request!["status"]));
    }

    [Theory]
    [InlineData("status eq 'PendingAdminDecision'")]
    [InlineData("action eq 'adminUpdate'")]
    public async Task What_regent_never_says_finds_nothing(string filter) =>
        Assert.Empty(await (await AsAsync("edsger")).ListAsync(ApiClient.AssignmentRequests + ApiClient.Where(filter)));

    [Fact]
    public async Task Requests_are_those_of_their_own_kind_only()
    {
        var edsger = await AsAsync("edsger");
        var given = await edsger.ListAsync(ApiClient.EligibilityRequests + ApiClient.Where("action eq 'adminAssign'"));

        Assert.NotEmpty(given);
        Assert.Empty(await edsger.ListAsync(ApiClient.EligibilityRequests + ApiClient.Where("action eq 'selfActivate'")));
        await edsger.GetAsync($"{ApiClient.AssignmentRequests}/{given[0]!["id"]}", HttpStatusCode.NotFound);
        await edsger.GetAsync($"{ApiClient.EligibilityRequests}/{given[0]!["id"]}");
    }

    [Fact]
    public async Task A_filter_for_somebody_else_leaves_nothing_of_ones_own()
    {
        var alan = await AsAsync("alan");
        var other = ApiClient.Where($"principalId eq '{(await AsAsync("ada")).Id}'");

        Assert.Empty(await alan.ListAsync($"{ApiClient.AssignmentRequests}/{ApiClient.Own}{other}"));
        Assert.Empty(await alan.ListAsync($"{ApiClient.EligibilityInstances}/{ApiClient.Own}{other}"));
        Assert.NotEmpty(await alan.ListAsync($"{ApiClient.AssignmentRequests}/filterByCurrentUser(on='createdBy')"));
    }

    [Theory]
    [InlineData("displayName eq 'ada lovelace'", "Ada Lovelace")]
    [InlineData("startswith(displayName,'Ka')", "Katherine Johnson")]
    [InlineData("userPrincipalName eq 'Grace@Regent.Example'", "Grace Hopper")]
    [InlineData("startsWith(userPrincipalName,'bar') and startswith(displayName,'B')", "Barbara Liskov")]
    [InlineData("startswith(displayName,'%')", "")]
    [InlineData("displayName eq 'O''Brien'", "")]
    [InlineData("mail eq 'ada@regent.example'", "")]
    public async Task People_are_filtered(string filter, string found) => Assert.Equal(
        found, string.Join(", ", (await (await AsAsync("alan")).ListAsync("/v1.0/users" + ApiClient.Where(filter))).Select(Name)));

    [Theory]
    [InlineData("displayName eq 'Global Administrator'", 1)]
    [InlineData("startswith(displayName,'exchange')", 3)]
    [InlineData("id eq '62e90394-69f5-4237-9190-012177145e10' and isBuiltIn eq true", 1)]
    [InlineData("isBuiltIn eq false", 0)]
    public async Task Roles_are_filtered(string filter, int found) => Assert.Equal(
        found, (await (await AsAsync("alan")).ListAsync(ApiClient.RoleDefinitions + ApiClient.Where(filter))).Count);

    [Theory]
    [InlineData("/v1.0/users", "$top=2&$orderby=displayName%20desc&$select=displayName")]
    [InlineData(ApiClient.RoleDefinitions, "$top=50")]
    [InlineData(ApiClient.EligibilityInstances, "$top=3&$filter=directoryScopeId%20eq%20%27/%27&$expand=principal")]
    [InlineData(ApiClient.AssignmentRequests, "%24top=4&$orderby=createdDateTime%20desc")]
    public async Task Following_the_links_leads_through_the_whole_list(string list, string options)
    {
        var edsger = await AsAsync("edsger");
        var whole = (await edsger.ListAsync(list + (options.Contains("desc", StringComparison.Ordinal) && list.EndsWith("users", StringComparison.Ordinal)
            ? "?$orderby=displayName%20desc" : ""))).Select(item => (string?)item!["id"]).ToList();
        var walked = new List<string?>();
        for (var link = $"{list}?{options}"; link is not null;)
        {
            var answer = await edsger.GetAsync(link);
            walked.AddRange(answer["value"]!.AsArray().Select(item => (string?)item!["id"]));
            link = (string?)answer["@odata.nextLink"];
            Assert.True(link?.StartsWith(server.Address, StringComparison.Ordinal) ?? true, link);
        }

        Assert.Equal(whole, walked);
    }

    [Theory]
    [InlineData(ApiClient.RoleDefinitions)]
    [InlineData(ApiClient.AssignmentInstances)]
    [InlineData(ApiClient.AssignmentRequests)]
    public async Task Who_asks_for_none_gets_none_and_the_length_of_the_list(string list)
    {
        var answer = await (await AsAsync("edsger")).GetAsync($"{list}?$top=0&$count=true");

        Assert.Empty(answer["value"]!.AsArray());
        Assert.True((int?)answer["@odata.count"] > 1);
        Assert.Null(answer["@odata.nextLink"]);
    }

    [Theory]
    [InlineData("$filter=principalId ne 'x'", "Request_UnsupportedQuery")]
    [InlineData("$filter=principalId eq 'a' or roleDefinitionId eq 'b'", "Request_UnsupportedQuery")]
    [InlineData("$filter=principalId eq 'a' and principalId eq 'b'", "Request_UnsupportedQuery")]
    [InlineData("$filter=startDateTime ge 2026-01-01T00:00:00Z", "Request_UnsupportedQuery")]
    [InlineData("$filter=length(roleDefinitionId) eq 3", "Request_UnsupportedQuery")]
    [InlineData("$filter=startswith(principalId,'x')", "Request_UnsupportedQuery")]
    [InlineData("$filter=principalId eq 'nobody'", "BadRequest")]
    [InlineData("$filter=directoryScopeId eq 'here'", "BadRequest")]
    [InlineData("$filter=assignmentType eq 'Lent'", "BadRequest")]
    [InlineData("$filter=colour eq 'red'", "BadRequest")]
    [InlineData("$filter=principalId eq", "BadRequest")]
    [InlineData("$filter=principalId eq 3", "BadRequest")]
    [InlineData("$filter=principalId eq '%00'", "BadRequest")]
    [InlineData("$orderby=principalId", "Request_UnsupportedQuery")]
    [InlineData("$orderby=startDateTime,endDateTime", "Request_UnsupportedQuery")]
    [InlineData("$orderby=colour", "BadRequest")]
    [InlineData("$expand=principal($filter=id eq null)", "Request_UnsupportedQuery")]
    [InlineData("$select=colour", "BadRequest")]
    [InlineData("$top=-1", "BadRequest")]
    [InlineData("$top=many", "BadRequest")]
    [InlineData("$count=perhaps", "BadRequest")]
    [InlineData("$search=x", "Request_UnsupportedQuery")]
    [InlineData("$apply=x", "Request_UnsupportedQuery")]
    [InlineData("$skiptoken=ffffffffffffffff7B7D", "BadRequest")]
    [InlineData("$filter=principalId eq 'x'&$filter=principalId eq 'x'", "BadRequest")]
    public async Task What_cannot_be_answered_is_refused_and_never_left_out(string options, string code)
    {
        var ada = await AsAsync("ada");

        var refused = await ada.GetAsync(
            $"{ApiClient.AssignmentInstances}?{options.Replace(" ", "%20", StringComparison.Ordinal)}", HttpStatusCode.BadRequest);

        Assert.Equal(code, ApiClient.Code(refused));
        Assert.NotEmpty(ApiClient.Message(refused));
    }

    [Theory]
    [InlineData("/v1.0/users?$top=0")]
    [InlineData("/v1.0/users?$top=1000")]
    [InlineData("/v1.0/users?$filter=department%20eq%20%27x%27")]
    [InlineData("/v1.0/groups?$orderby=mail")]
    [InlineData("/v1.0/me?$filter=displayName%20eq%20%27x%27")]
    [InlineData("/v1.0/me?$top=1")]
    [InlineData(ApiClient.RoleDefinitions + "?$filter=isEnabled%20eq%20true")]
    [InlineData(ApiClient.AssignmentRequests + "?$orderby=completedDateTime")]
    [InlineData(ApiClient.AssignmentRequests + "?$filter=customData%20eq%20%27x%27")]
    [InlineData(ApiClient.AssignmentRequests + "/filterByCurrentUser(on='everybody')")]
    [InlineData(ApiClient.AssignmentInstances + "/filterByCurrentUser(on='approver')")]
    public async Task Other_lists_and_items_refuse_as_well(string path) =>
        await (await AsAsync("ada")).GetAsync(path, HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_token_of_one_list_is_none_of_another()
    {
        var alan = await AsAsync("alan");
        var link = (string)(await alan.GetAsync("/v1.0/users?$top=2"))["@odata.nextLink"]!;
        var token = link[link.IndexOf("$skiptoken", StringComparison.Ordinal)..];

        await alan.GetAsync($"/v1.0/users?$top=2&{token}");
        await alan.GetAsync($"/v1.0/groups?$top=2&{token}", HttpStatusCode.BadRequest);
        await alan.GetAsync($"/v1.0/users?$filter=startswith(displayName,%27A%27)&{token}", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(ApiClient.AssignmentInstances + "/lAPpYvVpN0KRkAEhdxReEAWz5Gtet_xOv8wxvTtTpfg-1")]
    [InlineData(ApiClient.AssignmentInstances + "/nonsense")]
    [InlineData(ApiClient.EligibilityInstances + "/lAPpYvVpN0KRkAEhdxReEAWz5Gtet_xOv8wxvTtTpfg-1")]
    [InlineData(ApiClient.AssignmentRequests + "/00000000-0000-0000-0000-000000000001")]
    [InlineData(ApiClient.AssignmentRequests + "/nonsense")]
    [InlineData(ApiClient.RoleDefinitions + "/nonsense")]
    [InlineData(ApiClient.Approvals + "/nonsense/steps")]
    [InlineData("/v1.0/groups/nonsense")]
    [InlineData("/v1.0/users/00000000-0000-0000-0000-000000000001")]
    public async Task What_is_not_there_is_not_found(string path) => await (await AsAsync("ada")).GetAsync(path, HttpStatusCode.NotFound);

    [Fact]
    public async Task A_group_is_no_user_and_a_user_no_group()
    {
        var alan = await AsAsync("alan");
        var group = (string?)(await alan.ListAsync("/v1.0/groups"))[0]!["id"];

        await alan.GetAsync($"/v1.0/users/{group}", HttpStatusCode.NotFound);
        await alan.GetAsync($"/v1.0/groups/{alan.Id}", HttpStatusCode.NotFound);
        await alan.GetAsync($"/v1.0/groups/{group}");
    }

    private static string? Name(JsonNode? item) => (string?)item!["displayName"];

    private Task<ApiClient> AsAsync(string name) => ApiClient.OfAsync(server, name);
}
