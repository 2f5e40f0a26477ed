using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Directory;

/// <summary>What belongs to what, whatever its type.</summary>
public sealed class DirectoryObjectTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Unit = "5a1e0000-0000-4000-8000-000000000003";
    private const string GlobalAdministrator = "62e90394-69f5-4237-9190-012177145e10";

    [Fact]
    public async Task An_object_says_of_which_type_it_is()
    {
        var alan = await AsAsync("alan");
        var group = (string)(await alan.ListAsync("/v1.0/groups"))[0]!["id"]!;
        foreach (var (id, type) in new[]
        {
            (alan.Id, "user"), (group, "group"), (GlobalAdministrator, "directoryRole"), (Unit, "administrativeUnit"),
        })
        {
            var one = await alan.GetAsync($"/v1.0/directoryObjects/{id}");
            Assert.Equal(($"#microsoft.graph.{type}", id), ((string?)one["@odata.type"], (string?)one["id"]));
            Assert.EndsWith("/v1.0/$metadata#directoryObjects/$entity", (string?)one["@odata.context"], StringComparison.Ordinal);
        }

        var chosen = await alan.GetAsync($"/v1.0/directoryObjects/{alan.Id}?$select=id,userPrincipalName");
        Assert.Equal(["@odata.context", "@odata.type", "id", "userPrincipalName"], chosen.Select(member => member.Key));
    }

    [Theory]
    [InlineData($"/v1.0/directory/administrativeUnits/{Unit}", "Berlin office")]
    [InlineData($"/v1.0/directoryRoles/{GlobalAdministrator}", "Global Administrator")]
    [InlineData($"/v1.0/directoryRoles/roleTemplateId={GlobalAdministrator}", null)]
    public async Task Units_and_roles_have_addresses(string address, string? name)
    {
        var found = await (await AsAsync("alan")).GetAsync(address, name is null ? HttpStatusCode.NotFound : HttpStatusCode.OK);

        Assert.Equal(name, (string?)found["displayName"]);
    }

    [Fact]
    public async Task Whom_a_group_has_through_others_is_listed()
    {
        var alan = await AsAsync("alan");
        foreach (var group in await alan.ListAsync("/v1.0/groups"))
        {
            var direct = (await alan.ListAsync($"/v1.0/groups/{group!["id"]}/members")).Select(one => (string?)one!["id"]);

            Assert.Subset(
                (await alan.ListAsync($"/v1.0/groups/{group["id"]}/transitiveMembers")).Select(one => (string?)one!["id"]).ToHashSet(), direct.ToHashSet());
        }
    }

    [Theory]
    [InlineData("null", "user, directoryRole, administrativeUnit")]
    [InlineData("""["USER"]""", "user")]
    [InlineData("""["microsoft.graph.directoryRole","device"]""", "directoryRole")]
    [InlineData("""["device"]""", "")]
    [InlineData("[]", "user, directoryRole, administrativeUnit")]
    public async Task Many_are_found_by_their_ids(string types, string found)
    {
        var alan = await AsAsync("alan");
        var body = JsonNode.Parse($$"""
            {"Ids":["{{alan.Id}}","{{GlobalAdministrator}}","{{Unit}}","00000000-0000-0000-0000-000000000001","{{alan.Id.ToUpperInvariant()}}"],"types":{{types}}}
            """)!;

        var answer = await alan.PostAsync("/v1.0/directoryObjects/getByIds", body, HttpStatusCode.OK);

        Assert.Equal(found, string.Join(", ", answer["value"]!.AsArray().Select(one => ((string)one!["@odata.type"]!).Split('.')[^1])));
        Assert.Equal(
            answer["value"]!.AsArray().Count,
            (await alan.PostAsync("/beta/directoryObjects/microsoft.graph.getByIds", body, HttpStatusCode.OK))["value"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("{}", "ids")]
    [InlineData("""{"ids":[]}""", "ids")]
    [InlineData("""{"ids":["x"]}""", "ids")]
    [InlineData("""{"ids":[null]}""", "ids")]
    [InlineData("""{"ids":"x"}""", "ids")]
    [InlineData("""{"ids":[1]}""", "ids[0]")]
    [InlineData("""{"ids":["00000000-0000-0000-0000-000000000001"],"types":[1]}""", "types[0]")]
    public async Task Ids_that_are_none_are_named(string body, string target)
    {
        var refused = await (await AsAsync("alan")).PostTextAsync("/v1.0/directoryObjects/getByIds", body);

        Assert.Equal(target, (string?)refused["error"]!["target"]);
    }

    [Fact]
    public async Task More_than_a_thousand_ids_are_too_many()
    {
        var alan = await AsAsync("alan");
        JsonObject Body(int count) => new()
        {
            ["ids"] = new JsonArray([.. Enumerable.Range(1, count).Select(number => (JsonNode)$"00000000-0000-0000-0000-{number:D12}")]),
        };

        Assert.Empty((await alan.PostAsync("/v1.0/directoryObjects/getByIds", Body(1000), HttpStatusCode.OK))["value"]!.AsArray());
        await alan.PostAsync("/v1.0/directoryObjects/getByIds", Body(1001), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/v1.0/me/memberOf", "group On-call engineers")]
    [InlineData("/v1.0/users/katherine@regent.example/transitiveMemberOf", "group On-call engineers")]
    [InlineData("/v1.0/users/ada@regent.example/memberOf", "directoryRole Global Administrator")]
    [InlineData("/v1.0/users/ada@regent.example/memberOf/microsoft.graph.group", "")]
    [InlineData("/v1.0/users/ada@regent.example/memberOf/graph.directoryRole", " Global Administrator")]
    [InlineData("/v1.0/users/ada@regent.example/memberOf/microsoft.graph.administrativeUnit", "")]
    [InlineData("/v1.0/me/memberOf/Microsoft.Graph.Group?$filter=startswith(displayName,'on')", " On-call engineers")]
    [InlineData("/v1.0/me/memberOf/graph.group?$filter=startswith(displayName,'x')", "")]
    [InlineData("/v1.0/directoryRoles/62e90394-69f5-4237-9190-012177145e10/members", "user Ada Lovelace")]
    [InlineData("/v1.0/directoryRoles(roleTemplateId='62e90394-69f5-4237-9190-012177145e10')/members/microsoft.graph.user", " Ada Lovelace")]
    [InlineData("/v1.0/directoryRoles/62e90394-69f5-4237-9190-012177145e10/members/microsoft.graph.group", "")]
    public async Task What_somebody_belongs_to_is_listed_and_counted(string path, string found)
    {
        var katherine = await AsAsync("katherine");

        var listed = await katherine.ListAsync(path);

        Assert.Equal(found, string.Join(", ", listed.Select(one => $"{((string?)one!["@odata.type"])?.Split('.')[^1]} {one["displayName"]}")));
        var (address, query) = path.Split('?') is [var before, var after] ? (before, $"?{after}") : (path, "");
        Assert.Equal($"{listed.Count}", await katherine.TextAsync($"{address}/$count{query}"));
    }

    [Fact]
    public async Task Members_and_owners_of_a_group_are_listed()
    {
        var alan = await AsAsync("alan");
        var groups = await alan.ListAsync("/v1.0/groups");
        var (operators, onCall) = ($"/v1.0/groups/{groups[0]!["id"]}", $"/v1.0/groups/{groups[1]!["id"]}");

        Assert.Equal("Katherine Johnson", (string?)Assert.Single(await alan.ListAsync($"{onCall}/members?$select=displayName"))!["displayName"]);
        Assert.Equal("katherine@regent.example", (string?)Assert.Single(await alan.ListAsync($"{onCall}/transitiveMembers/graph.user"))!["userPrincipalName"]);
        Assert.Empty(await alan.ListAsync($"{onCall}/members/microsoft.graph.servicePrincipal"));
        Assert.Equal("1", await alan.TextAsync($"{onCall}/members/microsoft.graph.user/$count"));
        Assert.Equal("Barbara Liskov", (string?)Assert.Single(await alan.ListAsync($"{operators}/owners"))!["displayName"]);
        Assert.Empty(await alan.ListAsync($"{onCall}/owners"));
    }

    [Fact]
    public async Task A_role_is_found_by_its_template_with_who_has_it()
    {
        var role = await (await AsAsync("alan")).GetAsync($"/v1.0/directoryRoles(roleTemplateId='{GlobalAdministrator}')?$expand=members");

        Assert.Equal((GlobalAdministrator, GlobalAdministrator), ((string?)role["id"], (string?)role["roleTemplateId"]));
        Assert.Equal("#microsoft.graph.user", (string?)role["members"]![0]!["@odata.type"]);
    }

    private Task<ApiClient> AsAsync(string name) => ApiClient.OfAsync(server, name);
}
