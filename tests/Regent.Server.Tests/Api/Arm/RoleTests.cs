using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;
using static Regent.Server.Tests.Api.Arm.ArmClient;

namespace Regent.Server.Tests.Api.Arm;

/// <summary>Role definitions and what is held of them, as it was before privileged identity management; and where to look for scopes.</summary>
public sealed class RoleTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task Roles_are_found_by_name_type_and_id()
    {
        var alan = await OfAsync(server, "alan");

        var owner = Assert.Single(await alan.ListAsync(At(Web, "roleDefinitions", "roleName eq 'owner'")))!;
        Assert.Equal((RoleId("Owner"), "BuiltInRole"), ((string)owner["id"]!, (string)owner["properties"]!["type"]!));
        Assert.Equal(182, (await alan.ListAsync(At(Web, "roleDefinitions", "type eq 'BuiltInRole' and atScopeAndBelow()"))).Count);
        Assert.True(JsonNode.DeepEquals(owner, await alan.GetAsync($"{owner["id"]}?api-version=2022-04-01")));
        await alan.GetAsync(At("", $"roleDefinitions/{NewName()}"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_custom_role_is_made_changed_and_removed_by_who_administers_its_scopes()
    {
        var (alan, margaret) = (await OfAsync(server, "alan"), await OfAsync(server, "margaret"));
        var address = At(Shop, $"roleDefinitions/{NewName()}");
        var role = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["roleName"] = "Window cleaner",
                ["description"] = "Cleans windows.",
                ["type"] = "CustomRole",
                ["assignableScopes"] = new JsonArray(Shop),
                ["permissions"] = new JsonArray(new JsonObject { ["actions"] = new JsonArray("Microsoft.Web/sites/restart/action"), ["notActions"] = new JsonArray() }),
            },
        };

        await alan.PutAsync(address, role, HttpStatusCode.Forbidden);
        await margaret.PutAsync(address, role);
        role["properties"]!["roleName"] = "Window washer";
        await margaret.PutAsync(address, role);

        Assert.Equal("Window washer", (string)(await alan.GetAsync(address))["properties"]!["roleName"]!);
        Assert.Equal("Microsoft.Web/sites/restart/action", (string)(await alan.GetAsync(address))["properties"]!["permissions"]![0]!["actions"]![0]!);
        role["properties"]!["permissions"]![0]!["notActions"] = new JsonArray("Microsoft.Web/sites/delete");
        Assert.Equal("properties.permissions[0].notActions", Target(await margaret.PutAsync(address, role, HttpStatusCode.BadRequest)));
        await margaret.DeleteAsync(address);
        await margaret.DeleteAsync(address, HttpStatusCode.NoContent);
        await margaret.DeleteAsync(At(Shop, $"roleDefinitions/{Role("Owner")}"), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_assignment_keeps_to_the_policy_of_its_role()
    {
        var (margaret, grace) = (await OfAsync(server, "margaret"), await OfAsync(server, "grace"));
        var address = At(Web, $"roleAssignments/{NewName()}");
        var body = new JsonObject
        {
            ["properties"] = new JsonObject { ["roleDefinitionId"] = RoleId("Reader"), ["principalId"] = grace.Id, ["description"] = "Audits the shop." },
        };

        Assert.Equal("RoleAssignmentRequestPolicyValidationFailed", Code(await margaret.PutAsync(address, body, HttpStatusCode.BadRequest)));
        var link = Assert.Single(await margaret.ListAsync(At(Web, "roleManagementPolicyAssignments", $"roleDefinitionId eq '{RoleId("Reader")}'")))!;
        await margaret.PatchAsync($"{link["properties"]!["policyId"]}?api-version=2020-10-01", new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["rules"] = new JsonArray(new JsonObject { ["id"] = "Expiration_Admin_Assignment", ["isExpirationRequired"] = false }),
            },
        });

        var made = await margaret.PutAsync(address, body);
        Assert.Equal((Web, grace.Id, "Audits the shop."), (
            (string)made["properties"]!["scope"]!, (string)made["properties"]!["principalId"]!, (string)made["properties"]!["description"]!));
        await margaret.PutAsync(address, body, HttpStatusCode.OK);
        Assert.Equal("RoleAssignmentExists", Code(await margaret.PutAsync(At(Web, $"roleAssignments/{NewName()}"), body, HttpStatusCode.Conflict)));
        Assert.Equal("ActiveDurationTooShort", Code(await margaret.DeleteAsync(address, HttpStatusCode.BadRequest)));
        server.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Single(await margaret.ListAsync(At(Web, "roleAssignments", $"principalId eq '{grace.Id}'")));
        var alan = await OfAsync(server, "alan");
        Assert.Equal("AuthorizationFailed", Code(await alan.DeleteAsync(address, HttpStatusCode.Forbidden)));
        await margaret.DeleteAsync(address);
        await margaret.DeleteAsync(address, HttpStatusCode.NoContent);
        Assert.Equal("AuthorizationFailed", Code(await alan.DeleteAsync(address, HttpStatusCode.Forbidden)));
    }

    [Fact]
    public async Task Scopes_are_found_by_those_who_have_something_there()
    {
        var (ada, alan, katherine, barbara) = (
            await OfAsync(server, "ada"), await OfAsync(server, "alan"), await OfAsync(server, "katherine"), await OfAsync(server, "barbara"));

        Assert.Equal(["Laboratory", "Web shop"], await NamesAsync(ada, "/subscriptions"));
        Assert.Equal(["Web shop"], await NamesAsync(alan, "/subscriptions"));
        Assert.Equal(["Laboratory"], await NamesAsync(katherine, "/subscriptions"));
        Assert.Equal([], await NamesAsync(barbara, "/subscriptions"));
        Assert.Equal("Web shop", (string)(await alan.GetAsync($"{Shop}?api-version=2022-12-01"))["displayName"]!);
        await barbara.GetAsync($"{Shop}?api-version=2022-12-01", HttpStatusCode.NotFound);
        Assert.Equal(3, (await alan.ListAsync($"{Shop}/resourceGroups?api-version=2022-09-01")).Count);
        Assert.Equal(Web, (string)(await alan.GetAsync($"{Web}?api-version=2022-09-01"))["id"]!);
        Assert.Equal("regent-example", (string)Assert.Single(await ada.ListAsync("/providers/Microsoft.Management/managementGroups?api-version=2020-05-01"))!["name"]!);
        Assert.Equal(
            (string)Assert.Single(await alan.ListAsync("/tenants?api-version=2022-12-01"))!["tenantId"]!,
            (string)(await alan.GetAsync($"{Shop}?api-version=2022-12-01"))["tenantId"]!);
        await ada.GetAsync("/subscriptions", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Children_are_those_at_which_something_could_be_activated()
    {
        var (alan, katherine, barbara) = (await OfAsync(server, "alan"), await OfAsync(server, "katherine"), await OfAsync(server, "barbara"));

        Assert.Equal(["rg-data", "rg-network", "rg-web"], await ChildrenAsync(alan, Shop, "resourceType+eq+'resourcegroup'"));
        Assert.Equal([], await ChildrenAsync(alan, Shop, "resourceType eq 'subscription'"));
        Assert.Equal(["Web shop"], await ChildrenAsync(alan, Company, filter: null));
        Assert.Equal(["rg-data", "rg-network", "rg-web"], await ChildrenAsync(alan, Shop, "resourceType eq 'resourcegroup' or resourceType eq 'subscription'"));
        Assert.Equal(["rg-experiments"], await ChildrenAsync(katherine, Lab, filter: null));
        Assert.Equal([], await ChildrenAsync(katherine, Company, filter: null));
        Assert.Equal(["rg-experiments"], await ChildrenAsync(katherine, Company, filter: null, "?$getAllChildren=true"));
        Assert.Equal([], await ChildrenAsync(barbara, Shop, filter: null));
        await alan.GetAsync(At(Shop, "eligibleChildResources", "resourceType eq 'planet'"), HttpStatusCode.BadRequest);
    }

    private static async Task<IEnumerable<string>> NamesAsync(ArmClient client, string path) =>
        (await client.ListAsync($"{path}?api-version=2022-12-01")).Select(one => (string)one!["displayName"]!);

    private static async Task<IEnumerable<string>> ChildrenAsync(ArmClient client, string scope, string? filter, string options = "") =>
        (await client.ListAsync(At(scope, $"eligibleChildResources{options}", filter))).Select(one => (string)one!["name"]!).Order();
}
