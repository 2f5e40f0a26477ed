using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Regent.Api;
using Regent.Operations.Ports;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Tokens;

/// <summary>What tokens may, by their permissions and by the roles of whom they are of.</summary>
public sealed class PermissionTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Read = "RoleManagement.Read.Directory";
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
