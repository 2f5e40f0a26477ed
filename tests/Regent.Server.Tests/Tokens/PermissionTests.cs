using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Regent.Api;
using Regent.Core.Alerts;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Api.Alerts;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Tokens;

/// <summary>What tokens may, by their permissions and by the roles of whom they are of.</summary>
public sealed class PermissionTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Read = "RoleManagement.Read.Directory";
    private const string GroupRequests = "/v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleRequests";
    private const string Manage = "RoleManagement.ReadWrite.Directory";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_reads_what_it_was_granted_and_nothing_else()
    {
        using var reader = await server.AppAsync(Read);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, ApiClient.AssignmentInstances));
        var refused = await RefusedAsync(reader, "/v1.0/me");
        Assert.Equal("Authorization_RequestDenied", ApiClient.Code(refused));
        Assert.Equal("A program that acts for itself cannot do this: it needs a token that acts for a person.", ApiClient.Message(refused));
        Assert.Contains(Manage, ApiClient.Message(await RefusedAsync(reader, ApiClient.AssignmentRequests)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_without_permissions_reads_nothing()
    {
        using var nothing = await server.AppAsync();

        await RefusedAsync(nothing, ApiClient.AssignmentInstances);
        await RefusedAsync(nothing, "/v1.0/users");
    }

    [Fact]
    public async Task A_program_that_manages_roles_assigns_them()
    {
        using var manager = await server.AppAsync(Manage);
        var alan = await server.PersonAsync("alan");
        var ask = ApiClient.Administration("adminAssign", alan.Id.ToString(), "Printer Administrator");

        using var answer = await manager.PostAsync(ApiClient.EligibilityRequests, Json(ask), Ct);
        using var read = await (await server.AppAsync(Read)).PostAsync(ApiClient.EligibilityRequests, Json(ask), Ct);

        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
    }

    [Fact]
    public async Task A_persons_token_needs_the_permission_and_the_person_the_role()
    {
        using var edsger = await server.DelegatedAsync("edsger", Read);
        using var alan = await server.DelegatedAsync("alan", Read);
        using var profile = await server.DelegatedAsync("edsger", "User.Read");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(edsger, ApiClient.AssignmentInstances));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(alan, ApiClient.AssignmentInstances));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(alan, $"{ApiClient.AssignmentInstances}/{ApiClient.Own}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(profile, "/v1.0/me"));
        Assert.Contains("The token lacks what this needs", ApiClient.Message(await RefusedAsync(profile, ApiClient.AssignmentInstances)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_activates_with_a_token_that_carries_the_permission()
    {
        var alan = await server.PersonAsync("alan");
        using var client = await server.DelegatedAsync("alan", "RoleAssignmentSchedule.ReadWrite.Directory");
        var ask = new ApiClient(client, alan).Activation("User Administrator");

        using var answer = await client.PostAsync(ApiClient.AssignmentRequests, Json(ask), Ct);

        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task A_program_never_decides_on_requests()
    {
        using var manager = await server.AppAsync(Manage, "RoleAssignmentSchedule.ReadWrite.Directory");

        using var answer = await manager.PatchAsync(
            $"{ApiClient.Approvals}/{Guid.Empty}/steps/{Guid.Empty}", Json(new JsonObject { ["reviewResult"] = "Approve", ["justification"] = "I can." }), Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("RoleAssignmentSchedule.Remove.Directory")]
    [InlineData("RoleEligibilitySchedule.Remove.Directory")]
    public async Task A_permission_to_take_directory_roles_away_gives_none(string permission)
    {
        var barbara = (await server.PersonAsync("barbara")).Id.ToString();
        using var app = await server.AppAsync(permission);
        using var person = await server.DelegatedAsync("ada", permission);
        var root = await ApiClient.OfAsync(server, "ada");
        foreach (var taker in new[] { app, person })
        {
            var client = new ApiClient(taker, await server.PersonAsync("ada"));
            await root.PostAsync(ApiClient.AssignmentRequests, Ask("adminAssign"));

            foreach (var action in new[] { "adminAssign", "adminUpdate", "adminExtend", "adminRenew" })
            {
                var refused = await client.PostAsync(ApiClient.AssignmentRequests, Ask(action), HttpStatusCode.Forbidden);
                Assert.Contains("RoleAssignmentSchedule.ReadWrite.Directory", ApiClient.Message(refused), StringComparison.Ordinal);
            }

            await client.PostAsync(ApiClient.EligibilityRequests, Ask("adminRemove"), HttpStatusCode.Forbidden);
            server.Clock.Advance(TimeSpan.FromMinutes(5));
            Assert.Equal("Revoked", (string?)(await client.PostAsync(ApiClient.AssignmentRequests, Ask("adminRemove")))["status"]);
            await client.GetAsync(ApiClient.AssignmentInstances, HttpStatusCode.Forbidden);
        }

        JsonObject Ask(string action)
        {
            var ask = ApiClient.Administration(action, barbara, "Printer Administrator");
            ask["scheduleInfo"] = new JsonObject { ["expiration"] = new JsonObject { ["type"] = "afterDuration", ["duration"] = "P10D" } };
            return ask;
        }
    }

    [Fact]
    public async Task A_permission_to_take_groups_away_gives_none_and_changes_no_members()
    {
        using var taker = await server.AppAsync("PrivilegedAssignmentSchedule.Remove.AzureADGroup", "Group.ReadWrite.All");
        var barbara = await ApiClient.OfAsync(server, "barbara");
        var group = (string)(await barbara.ListAsync($"/v1.0/groups{ApiClient.Where("displayName eq 'On-call engineers'")}"))[0]!["id"]!;
        var client = new ApiClient(taker, await server.PersonAsync("barbara"));
        var ask = ApiClient.Administration("", barbara.Id, "Printer Administrator");
        (ask["accessId"], ask["groupId"]) = ("member", group);

        ask["action"] = "adminAssign";
        await client.PostAsync(GroupRequests, ask.DeepClone(), HttpStatusCode.Forbidden);
        ask["action"] = "adminRemove";
        Assert.Equal("RoleAssignmentDoesNotExist", ApiClient.Code(await client.PostAsync(GroupRequests, ask, HttpStatusCode.BadRequest)));
        var member = new JsonObject { ["@odata.id"] = $"{server.Address}/v1.0/directoryObjects/{barbara.Id}" };
        await client.PostAsync($"/v1.0/groups/{group}/members/$ref", member, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_program_looks_after_alerts_by_its_permission()
    {
        // Its own: who has signed in for another test is not stale any more.
        await using var server = new SampleServer();
        using var reads = await server.AppAsync("RoleManagementAlert.Read.Directory");
        using var manages = await server.AppAsync("RoleManagementAlert.ReadWrite.Directory");
        using var other = await server.AppAsync(Manage);
        var tenant = server.Services.GetRequiredService<Tenant>().Id;
        var (reader, manager, stranger) = (new AlertClient(reads, tenant), new AlertClient(manages, tenant), new AlertClient(other, tenant));
        var address = $"{AlertClient.Alerts}/{reader.Id(AlertKind.StaleSignIn)}";
        var dismissal = new { isActive = false };

        await manager.ScanAsync();
        Assert.NotEmpty((await reader.GetAsync($"{AlertClient.Alerts}?{AlertClient.Scope}"))["value"]!.AsArray());
        Assert.True((bool)(await reader.GetAsync(address))["isActive"]!);
        await reader.PatchAsync(address, dismissal, HttpStatusCode.Forbidden);
        await reader.RefusedAsync($"{address}/refresh", HttpStatusCode.Forbidden);
        await manager.PatchAsync(address, dismissal);
        Assert.False((bool)(await reader.GetAsync(address))["isActive"]!);
        Assert.Contains("RoleManagementAlert.Read.Directory", ApiClient.Message(await stranger.GetAsync(address, HttpStatusCode.Forbidden)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_offered_is_offered_to_somebody_and_said_in_words()
    {
        var catalog = server.Services.GetRequiredService<IPermissionCatalog>().All;

        Assert.All(catalog, one => Assert.True(one.ForPeople && one.Description.EndsWith('.')));
        Assert.Equal(catalog.Count, catalog.Select(one => one.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain(catalog, one => one.Name == TokenNames.Everything);
    }

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Ct);
        return answer.StatusCode;
    }

    private static async Task<JsonObject> RefusedAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}
