using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Roles;

/// <summary>Directory roles given and taken directly, and what is held through groups.</summary>
public sealed class RoleAssignmentTests : IAsyncLifetime
{
    private const string Transitive = "/beta/roleManagement/directory/transitiveRoleAssignments";

    private readonly SampleServer server = new();
    private ApiClient ada = null!;
    private ApiClient barbara = null!;

    public async ValueTask InitializeAsync()
    {
        ada = await ApiClient.OfAsync(server, "ada");
        barbara = await ApiClient.OfAsync(server, "barbara");
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task One_is_made_read_and_taken_away_and_each_is_a_request()
    {
        var made = await ada.PostAsync(ApiClient.RoleAssignments, Body(barbara.Id, "Reports Reader"));
        var id = (string)made["id"]!;
        Assert.Equal(45, id.Length);
        Assert.EndsWith("-1", id, StringComparison.Ordinal);
        Assert.Equal(("/", barbara.Id), ((string?)made["directoryScopeId"], (string?)made["principalId"]));
        Assert.True(Guid.TryParse((string?)made["principalOrganizationId"], out _));

        var read = await ada.GetAsync($"{ApiClient.RoleAssignments}/{id}?$expand=principal,roleDefinition");
        Assert.Equal("Barbara Liskov", (string?)read["principal"]!["displayName"]);
        Assert.Equal("Reports Reader", (string?)(await ada.GetAsync($"{ApiClient.RoleAssignments}/{id}/roleDefinition"))["displayName"]);
        var schedule = Assert.Single(await ada.ListAsync(ApiClient.AssignmentSchedules + ApiClient.Where($"principalId eq '{barbara.Id}'")))!;
        Assert.Equal(("Assigned", "noExpiration"), ((string?)schedule["assignmentType"], (string?)schedule["scheduleInfo"]!["expiration"]!["type"]));
        Assert.Equal("RoleAssignmentExists", ApiClient.Code(
            await ada.PostAsync(ApiClient.RoleAssignments, Body(barbara.Id, "Reports Reader"), HttpStatusCode.BadRequest)));

        server.Clock.Advance(TimeSpan.FromMinutes(5));
        await ada.SendAsync(HttpMethod.Delete, $"{ApiClient.RoleAssignments}/{id}", body: null, HttpStatusCode.NoContent);

        await ada.SendAsync(HttpMethod.Delete, $"{ApiClient.RoleAssignments}/{id}", body: null, HttpStatusCode.NotFound);
        await ada.GetAsync($"{ApiClient.RoleAssignments}/{id}", HttpStatusCode.NotFound);
        Assert.Equal(
            ["adminRemove", "adminAssign"],
            (await ada.ListAsync(ApiClient.AssignmentRequests + ApiClient.Where($"principalId eq '{barbara.Id}'"))).Select(one => (string?)one!["action"]));
    }

    [Fact]
    public async Task Lists_hold_what_is_in_force_and_are_for_readers()
    {
        Assert.Equal(4, (await ada.ListAsync(ApiClient.RoleAssignments)).Count);
        Assert.Single(await ada.ListAsync(ApiClient.RoleAssignments + ApiClient.Where($"roleDefinitionId eq '{ApiClient.Role("Global Reader")}'") + "&$expand=principal"));
        Assert.Equal("4", await ada.TextAsync($"{ApiClient.RoleAssignments}/$count"));
        await barbara.GetAsync(ApiClient.RoleAssignments, HttpStatusCode.Forbidden);
        Assert.Empty(await barbara.ListAsync(ApiClient.RoleAssignments + ApiClient.Where($"principalId eq '{barbara.Id}'")));
        await ada.GetAsync($"{ApiClient.RoleAssignments}/{ApiClient.Own}", HttpStatusCode.NotFound);
        await ada.GetAsync($"{ApiClient.RoleAssignments}?$orderby=id", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("principalId", null)]
    [InlineData("roleDefinitionId", "Reports Reader")]
    [InlineData("directoryScopeId", "here")]
    [InlineData("appScopeId", "/")]
    public async Task What_is_wrong_is_named(string member, string? value)
    {
        var body = Body(barbara.Id, "Reports Reader");
        body[member] = value;

        var refused = await ada.PostAsync(ApiClient.RoleAssignments, body, HttpStatusCode.BadRequest);

        Assert.Equal(member, (string?)refused["error"]!["target"]);
    }

    [Fact]
    public async Task Only_administrators_give_and_take()
    {
        await barbara.PostAsync(ApiClient.RoleAssignments, Body(barbara.Id, "Reports Reader"), HttpStatusCode.Forbidden);
        var id = (string?)(await ada.ListAsync(ApiClient.RoleAssignments + ApiClient.Where($"roleDefinitionId eq '{ApiClient.Role("Global Reader")}'")))[0]!["id"];
        await barbara.SendAsync(HttpMethod.Delete, $"{ApiClient.RoleAssignments}/{id}", body: null, HttpStatusCode.Forbidden);
        await ada.SendAsync(HttpMethod.Delete, $"{ApiClient.RoleAssignments}/nonsense", body: null, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_somebody_holds_through_groups_is_found_with_them()
    {
        var katherine = await ApiClient.OfAsync(server, "katherine");
        var group = (string)(await ada.ListAsync("/v1.0/groups" + ApiClient.Where("displayName eq 'On-call engineers'")))[0]!["id"]!;
        await ada.PostAsync(ApiClient.RoleAssignments, Body(group, "Reports Reader"));
        var about = ApiClient.Where($"principalId eq '{katherine.Id}'");

        Assert.Empty(await ada.ListAsync(ApiClient.RoleAssignments + about));
        var found = Assert.Single(await ada.ListAsync(Transitive + about + "&$count=true"))!;
        Assert.Equal(group, (string?)found["principalId"]);
        Assert.Equal("1", await katherine.TextAsync($"{Transitive}/$count{about}"));
        Assert.Equal(group, (string?)(await ada.GetAsync($"{Transitive}/{found["id"]}/principal"))["id"]);
        await barbara.GetAsync(Transitive + about, HttpStatusCode.Forbidden);
        await ada.GetAsync("/v1.0/roleManagement/directory/transitiveRoleAssignments", HttpStatusCode.NotFound);
    }

    private static JsonObject Body(string principal, string role) => new()
    {
        ["@odata.type"] = "#microsoft.graph.unifiedRoleAssignment",
        ["principalId"] = principal,
        ["roleDefinitionId"] = ApiClient.Role(role),
        ["directoryScopeId"] = "/",
    };
}
