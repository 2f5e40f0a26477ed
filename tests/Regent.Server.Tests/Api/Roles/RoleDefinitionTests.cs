using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Roles;

/// <summary>Roles of the organisation's own are made, changed and removed.</summary>
public sealed class RoleDefinitionTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task A_role_is_made_changed_and_removed()
    {
        var ada = await AsAsync("ada");
        var made = await ada.PostAsync(ApiClient.RoleDefinitions, Body("Badge printers"));
        var address = $"{ApiClient.RoleDefinitions}/{made["id"]}";
        Assert.Equal((false, true), ((bool?)made["isBuiltIn"], (bool?)made["isEnabled"]));
        Assert.Equal("microsoft.directory/users/basic/read", (string?)made["rolePermissions"]![0]!["allowedResourceActions"]![0]);
        Assert.Single(await ada.ListAsync(ApiClient.RoleDefinitions + ApiClient.Where("isBuiltIn eq false and displayName eq 'badge PRINTERS'")));

        await ada.SendAsync(HttpMethod.Patch, address, new JsonObject { ["description"] = "Prints badges." }, HttpStatusCode.NoContent);

        var changed = await ada.GetAsync($"{address}?$expand=inheritsPermissionsFrom");
        Assert.Equal(("Badge printers", "Prints badges."), ((string?)changed["displayName"], (string?)changed["description"]));
        Assert.Single(changed["rolePermissions"]![0]!["allowedResourceActions"]!.AsArray());
        Assert.Empty(changed["inheritsPermissionsFrom"]!.AsArray());
        Assert.Equal(("3", (string?)made["id"]), ((string?)changed["version"], (string?)changed["templateId"]));
        await ada.SendAsync(HttpMethod.Delete, address, body: null, HttpStatusCode.NoContent);
        await ada.GetAsync(address, HttpStatusCode.NotFound);
        await ada.SendAsync(HttpMethod.Delete, address, body: null, HttpStatusCode.NotFound);
        await ada.SendAsync(HttpMethod.Patch, address, Body("Badge printers"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_role_that_comes_with_the_product_stays()
    {
        var ada = await AsAsync("ada");
        var reader = $"{ApiClient.RoleDefinitions}/{ApiClient.Role("Global Reader")}";

        await ada.SendAsync(HttpMethod.Patch, reader, new JsonObject { ["description"] = "All." }, HttpStatusCode.BadRequest);
        await ada.SendAsync(HttpMethod.Delete, reader, body: null, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"displayName":null}""", null)]
    [InlineData("""{"rolePermissions":[]}""", null)]
    [InlineData("""{"rolePermissions":[null]}""", "rolePermissions")]
    [InlineData("""{"rolePermissions":[{"allowedResourceActions":[null]}]}""", "rolePermissions")]
    [InlineData("""{"rolePermissions":[{"allowedResourceActions":["microsoft.directory/users/basic/read"],"excludedResourceActions":["x"]}]}""", "rolePermissions.excludedResourceActions")]
    [InlineData("""{"rolePermissions":[{"allowedResourceActions":["microsoft.directory/users/basic/read"],"condition":"$Self"}]}""", "rolePermissions.condition")]
    [InlineData("""{"rolePermissions":7}""", "rolePermissions")]
    [InlineData("""{"isEnabled":false}""", "isEnabled")]
    [InlineData("""{"templateId":"one"}""", "templateId")]
    [InlineData("""{"version":"1\n2"}""", null)]
    [InlineData("""{"resourceScopes":["/users"]}""", "resourceScopes")]
    public async Task What_is_wrong_is_named(string change, string? target)
    {
        var body = Body("Gardeners");
        foreach (var (member, value) in JsonNode.Parse(change)!.AsObject())
        {
            body[member] = value?.DeepClone();
        }

        var refused = await (await AsAsync("ada")).PostAsync(ApiClient.RoleDefinitions, body, HttpStatusCode.BadRequest);

        Assert.Equal(target, (string?)refused["error"]!["target"]);
        Assert.NotEmpty(ApiClient.Message(refused));
    }

    [Fact]
    public async Task Only_administrators_make_change_and_remove()
    {
        var edsger = await AsAsync("edsger");
        var made = await (await AsAsync("grace")).PostAsync(ApiClient.RoleDefinitions, Body("Porters"));

        await edsger.PostAsync(ApiClient.RoleDefinitions, Body("Guards"), HttpStatusCode.Forbidden);
        await edsger.SendAsync(HttpMethod.Patch, $"{ApiClient.RoleDefinitions}/{made["id"]}", Body("Guards"), HttpStatusCode.Forbidden);
        await edsger.SendAsync(HttpMethod.Delete, $"{ApiClient.RoleDefinitions}/{made["id"]}", body: null, HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("id in ('62e90394-69f5-4237-9190-012177145e10','f2ef992c-3afb-46b9-b7cf-a126ee74c451')", 2)]
    [InlineData("templateId eq '62e90394-69f5-4237-9190-012177145e10'", 1)]
    [InlineData("displayName in ('Global Reader','global administrator')", 2)]
    [InlineData("contains(displayName,'lobal R')", 1)]
    public async Task Roles_are_found(string filter, int found) =>
        Assert.Equal(found, (await (await AsAsync("alan")).ListAsync(ApiClient.RoleDefinitions + ApiClient.Where(filter))).Count);

    private static JsonObject Body(string name) => new()
    {
        ["displayName"] = name,
        ["description"] = "Print badges",
        ["isEnabled"] = true,
        ["version"] = "3",
        ["rolePermissions"] = JsonNode.Parse("""[{"allowedResourceActions":["microsoft.directory/users/basic/read"]}]"""),
    };

    private Task<ApiClient> AsAsync(string name) => ApiClient.OfAsync(server, name);
}
