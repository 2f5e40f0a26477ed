using System.Net;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Directory;

/// <summary>Lists of the directory answer what was asked of them.</summary>
public sealed class DirectoryListTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("users", "startswith(displayName,'a')", "Ada Lovelace, Alan Turing")]
    [InlineData("users", "id in ('{alan}','{ada}','00000000-0000-0000-0000-000000000001')", "Ada Lovelace, Alan Turing")]
    [InlineData("users", "id eq '{alan}' and accountEnabled eq true", "Alan Turing")]
    [InlineData("users", "accountEnabled eq false", "")]
    [InlineData("users", "mail ne null", "")]
    [InlineData("users", "userType eq 'guest'", "")]
    [InlineData("users", "userType eq 'Member' and displayName eq 'Ada Lovelace'", "Ada Lovelace")]
    [InlineData("groups", "isAssignableToRole eq true", "On-call engineers")]
    [InlineData("groups", "isAssignableToRole ne true", "Database operators")]
    [InlineData("groups", "securityEnabled eq true and startswith(displayName,'On')", "On-call engineers")]
    [InlineData("groups", "securityEnabled eq false", "")]
    [InlineData("groups", "mailEnabled eq false", "Database operators, On-call engineers")]
    [InlineData("servicePrincipals", "appId eq '00000000-0000-0000-0000-000000000001'", "")]
    [InlineData("directoryRoles", "startswith(displayName,'global')", "Global Administrator, Global Reader, Global Secure Access Administrator, Global Secure Access Log Reader")]
    [InlineData("directoryRoles", "roleTemplateId eq '62e90394-69f5-4237-9190-012177145e10'", "Global Administrator")]
    [InlineData("directory/administrativeUnits", "displayName eq 'berlin office'", "Berlin office")]
    [InlineData("administrativeUnits", "startswith(displayName,'X')", "")]
    public async Task Lists_are_filtered(string list, string filter, string found)
    {
        var alan = await AsAsync("alan");
        var asked = filter.Replace("{alan}", alan.Id, StringComparison.Ordinal)
            .Replace("{ada}", (await AsAsync("ada")).Id, StringComparison.Ordinal);

        var names = (await alan.ListAsync($"/v1.0/{list}{ApiClient.Where(asked)}")).Select(item => (string?)item!["displayName"]).ToList();

        Assert.Equal(found, string.Join(", ", names));
        Assert.Equal($"{names.Count}", await alan.TextAsync($"/beta/{list}/$count{ApiClient.Where(asked)}"));
    }

    [Theory]
    [InlineData("users", "\"displayName:ING\"", "Alan Turing")]
    [InlineData("users", "\"displayName:lovelace\" OR \"userPrincipalName:alan\"", "Ada Lovelace, Alan Turing")]
    [InlineData("groups", "\"displayName:call\"", "On-call engineers")]
    [InlineData("directoryRoles", "\"displayName:exchange rec\"", "Exchange Recipient Administrator")]
    [InlineData("directory/administrativeUnits", "\"displayName:lin\"", "Berlin office")]
    public async Task Lists_are_searched_by_who_says_how_consistent(string list, string search, string found)
    {
        var alan = await AsAsync("alan");
        var path = $"/v1.0/{list}?$search={Uri.EscapeDataString(search)}";

        var refused = await alan.GetAsync(path, HttpStatusCode.BadRequest);
        Assert.Equal(("Request_UnsupportedQuery", "$search"), (ApiClient.Code(refused), (string?)refused["error"]!["target"]));

        alan.Http.DefaultRequestHeaders.Add("ConsistencyLevel", "Eventual");
        Assert.Equal(found, string.Join(", ", (await alan.ListAsync(path)).Select(item => (string?)item!["displayName"])));
    }

    [Theory]
    [InlineData("users?$top=0", "$top")]
    [InlineData("groups?$top=1000", "$top")]
    [InlineData("users?$skip=1", "$skip")]
    [InlineData("users?$orderby=userPrincipalName", "$orderby")]
    [InlineData("users?$filter=id eq 'x'", "$filter")]
    [InlineData("users?$filter=id in ('00000000-0000-0000-0000-000000000001','x')", "$filter")]
    [InlineData("users?$filter=displayName ne 'x'", "$filter")]
    [InlineData("groups?$filter=description eq 'x'", "$filter")]
    [InlineData("groups?$filter=groupTypes/any(c:c eq 'Unified')", "$filter")]
    [InlineData("servicePrincipals?$filter=appId eq 'x'", "$filter")]
    [InlineData("directoryRoles?$filter=description eq 'x'", "$filter")]
    [InlineData("directoryRoles?$expand=members", "$expand")]
    [InlineData("directory/administrativeUnits?$filter=visibility eq 'x'", "$filter")]
    [InlineData("me/memberOf?$filter=displayName eq 'x'", "$filter")]
    [InlineData("me/memberOf?$orderby=displayName", "$orderby")]
    public async Task What_cannot_be_answered_is_refused_by_name(string path, string target)
    {
        var refused = await (await AsAsync("alan")).GetAsync($"/v1.0/{path}", HttpStatusCode.BadRequest);

        Assert.Equal(target, (string?)refused["error"]!["target"]);
    }

    [Fact]
    public async Task Groups_are_shown_with_who_is_in_them_and_who_owns_them()
    {
        var alan = await AsAsync("alan");

        var groups = await alan.ListAsync("/v1.0/groups?$select=displayName&$expand=members($select=id,userPrincipalName),owners");

        Assert.Equal(["Database operators", "On-call engineers"], groups.Select(group => (string?)group!["displayName"]));
        var katherine = Assert.Single(groups[1]!["members"]!.AsArray())!.AsObject();
        Assert.Equal("katherine@regent.example", (string?)katherine["userPrincipalName"]);
        Assert.Equal(["@odata.type", "id", "userPrincipalName"], katherine.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("Barbara Liskov", (string?)Assert.Single(groups[0]!["owners"]!.AsArray())!["displayName"]);
        Assert.DoesNotContain("members", (await alan.ListAsync("/v1.0/groups"))[0]!.AsObject().Select(member => member.Key));
        var one = await alan.GetAsync($"/v1.0/groups/{groups[1]!["id"]}?$expand=members");
        Assert.Equal("#microsoft.graph.user", (string?)one["members"]![0]!["@odata.type"]);
    }

    [Fact]
    public async Task Nothing_is_found_where_nothing_is()
    {
        var alan = await AsAsync("alan");
        foreach (var path in new[]
        {
            $"groups/{alan.Id}", "groups/00000000-0000-0000-0000-000000000001", "groups/x", $"servicePrincipals/{alan.Id}", "directoryObjects/x",
            "directoryRoles/x", $"directoryRoles/{alan.Id}", "directory/administrativeUnits/x", $"groups/{alan.Id}/members", "users/nobody@regent.example/memberOf",
            "servicePrincipals(appId='00000000-0000-0000-0000-000000000001')", "organization/00000000-0000-0000-0000-000000000001",
        })
        {
            Assert.Equal("Request_ResourceNotFound", ApiClient.Code(await alan.GetAsync($"/v1.0/{path}", HttpStatusCode.NotFound)));
        }

        Assert.Equal("ResourceNotFound", ApiClient.Code(await alan.GetAsync("/v1.0/me/memberOf/microsoft.graph.nothing", HttpStatusCode.NotFound)));
        Assert.Equal("ImageNotFound", ApiClient.Code(await alan.GetAsync("/v1.0/me/photo/$value", HttpStatusCode.NotFound)));
    }

    [Fact]
    public async Task The_tenant_is_a_list_of_one()
    {
        var alan = await AsAsync("alan");

        var tenant = Assert.Single(await alan.ListAsync("/v1.0/organization"))!;

        Assert.Equal((string?)tenant["id"], (string?)(await alan.GetAsync($"/v1.0/organization/{tenant["id"]}"))["id"]);
        Assert.Equal("127.0.0.1", (string?)tenant["verifiedDomains"]![0]!["name"]);
    }

    private Task<ApiClient> AsAsync(string name) => ApiClient.OfAsync(server, name);
}
