using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Roles;

/// <summary>Filters and orders of schedules and requests of directory roles.</summary>
public sealed class RoleQueryTests(SampleServer server) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private const string Transitive = "/beta/roleManagement/directory/transitiveRoleAssignments";

    private ApiClient ada = null!;
    private ApiClient alan = null!;

    public async ValueTask InitializeAsync()
    {
        ada = await ApiClient.OfAsync(server, "ada");
        alan = await ApiClient.OfAsync(server, "alan");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("principalId eq '{alan}'", 4)]
    [InlineData("principalId in ('{alan}','{margaret}')", 6)]
    [InlineData("principalId eq '{alan}' or principalId eq '{margaret}'", 6)]
    [InlineData("principalId eq '{alan}' and principal/id eq '{margaret}'", 0)]
    [InlineData("principal/id eq '{alan}' and directoryScopeId eq '/'", 4)]
    [InlineData("roleDefinitionId eq '{role}' and principalId eq '{alan}'", 1)]
    [InlineData("tolower(roleDefinition/displayName) eq 'security reader'", 1)]
    [InlineData("startswith(roleDefinition/displayName,'Security')", 1)]
    [InlineData("startswith(principal/displayName,'al')", 4)]
    [InlineData("principal/displayName eq 'ALAN TURING'", 4)]
    [InlineData("memberType eq 'Direct'", 7)]
    [InlineData("memberType eq 'Group'", 0)]
    [InlineData("memberType eq 'inherited'", 0)]
    [InlineData("status eq 'Provisioned'", 7)]
    [InlineData("status eq 'Denied'", 0)]
    [InlineData("appScopeId eq null", 7)]
    [InlineData("appScopeId ne null", 0)]
    [InlineData("directoryScopeId ne null and principalId ne null", 7)]
    [InlineData("directoryScopeId eq null", 0)]
    [InlineData("createdUsing eq '00000000-0000-0000-0000-000000000001'", 0)]
    public async Task Schedules_are_filtered(string filter, int found)
    {
        var margaret = (await server.PersonAsync("margaret")).Id.ToString();
        var asked = ApiClient.Where(filter.Replace("{alan}", alan.Id, StringComparison.Ordinal).Replace("{margaret}", margaret, StringComparison.Ordinal)
            .Replace("{role}", ApiClient.Role("Security Reader"), StringComparison.Ordinal));

        Assert.Equal(found, (await ada.ListAsync(ApiClient.EligibilitySchedules + asked)).Count);
        Assert.Equal($"{found}", await ada.TextAsync($"{ApiClient.EligibilitySchedules}/$count{asked}"));
    }

    [Fact]
    public async Task What_is_held_through_a_group_says_so_and_can_be_asked_for()
    {
        var katherine = await ApiClient.OfAsync(server, "katherine");
        var own = $"{ApiClient.EligibilitySchedules}/{ApiClient.Own}";

        var through = Assert.Single(await katherine.ListAsync(own + ApiClient.Where("memberType eq 'Group'")))!;

        Assert.Equal(("Group", "#microsoft.graph.unifiedRoleEligibilitySchedule"), ((string?)through["memberType"], (string?)through["@odata.type"]));
        Assert.Empty(await katherine.ListAsync(own + ApiClient.Where("memberType eq 'Direct'")));
        Assert.Single(await katherine.ListAsync(own));
    }

    [Theory]
    [InlineData("createdDateTime ge 2026-02-27T09:00:00Z and createdDateTime lt 2026-03-02T08:00:00Z", 2)]
    [InlineData("createdDateTime gt 2026-02-27T09:00:00Z", 2)]
    [InlineData("createdDateTime eq 2026-02-27T10:00:00%2B01:00", 1)]
    [InlineData("completedDateTime le 2026-02-09T09:00:00Z and action eq 'selfActivate'", 1)]
    [InlineData("completedDateTime ge 2026-02-16T11:00:00Z and completedDateTime lt 2026-02-16T12:00:00Z", 0)]
    [InlineData("createdDateTime le 9999-12-31T23:59:59Z and status eq 'Denied'", 1)]
    [InlineData("status in ('Denied','TimedOut')", 2)]
    [InlineData("status ne 'Provisioned' and action ne 'SelfDeactivate'", 3)]
    [InlineData("directoryScopeId ne '/'", 0)]
    [InlineData("directoryScopeId ne null and appScopeId eq null and status eq 'Denied'", 1)]
    [InlineData("appScopeId eq '/'", 0)]
    [InlineData("targetScheduleId eq '{schedule}'", 1)]
    [InlineData("targetScheduleId eq 'nonsense'", 0)]
    public async Task Requests_are_filtered(string filter, int found)
    {
        var schedule = (string?)(await ada.ListAsync(ApiClient.AssignmentSchedules + ApiClient.Where("assignmentType eq 'Activated'")))[0]!["id"];
        var asked = $"?$filter={filter.Replace("{schedule}", schedule, StringComparison.Ordinal)}";

        Assert.Equal(found, (await ada.ListAsync(ApiClient.AssignmentRequests + asked)).Count);
        Assert.Equal($"{found}", await ada.TextAsync($"{ApiClient.AssignmentRequests}/$count{asked}"));
    }

    [Fact]
    public async Task The_oldest_requests_come_first_where_that_is_asked()
    {
        var up = await ada.ListAsync($"{ApiClient.AssignmentRequests}?$orderby=createdDateTime asc&$select=id");
        var down = await ada.ListAsync($"{ApiClient.AssignmentRequests}?$orderby=createdDateTime desc&$select=id");

        Assert.Equal(up.Select(one => (string?)one!["id"]).Reverse(), down.Select(one => (string?)one!["id"]));
    }

    [Theory]
    [InlineData("$filter=createdDateTime ge 0001-01-01T00:00:00%2B14:00")]
    [InlineData("$filter=createdDateTime gt 9999-12-31T23:59:59.9999999Z")]
    [InlineData("$filter=createdDateTime ge 9999-12-31T23:59:59-14:00")]
    [InlineData("$filter=createdDateTime ge 2026-01-01")]
    [InlineData("$filter=createdDateTime ge 'yesterday'")]
    [InlineData("$filter=principalId in ()")]
    [InlineData("$filter=principalId in (null)")]
    [InlineData("$filter=status in ('x','y',null)")]
    [InlineData("$filter=contains(principal/displayName,'a')")]
    [InlineData("$filter=startswith(principal/displayName,'%25_%5C')")]
    [InlineData("$filter=principal/displayName eq ''")]
    [InlineData("$filter=id eq '____'")]
    [InlineData("$filter=directoryScopeId eq '/groups/00000000-0000-0000-0000-000000000001'")]
    [InlineData("$filter=targetScheduleId eq 'lAPpYvVpN0KRkAEhdxReEAWz5Gtet_xOv8wxvTtTpfg-1'")]
    [InlineData("$skip=2147483647&$top=2147483647")]
    [InlineData("$skip=99999999999999")]
    [InlineData("$skip=-1")]
    [InlineData("$expand=*($levels=3)")]
    [InlineData("$expand=principal($expand=manager)")]
    [InlineData("$expand=targetSchedule($expand=*)")]
    [InlineData("$select=principal")]
    [InlineData("$orderby=principal/displayName")]
    public async Task Whatever_is_asked_gets_an_answer_and_breaks_nothing(string options)
    {
        foreach (var list in new[] { ApiClient.AssignmentRequests, ApiClient.EligibilitySchedules, ApiClient.AssignmentInstances, ApiClient.RoleAssignments })
        {
            using var answer = await ada.Http.GetAsync($"{list}?{options}", TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode is 200 or 400, $"{answer.StatusCode} from {list}");
        }
    }

    [Theory]
    [InlineData("lAPpYvVpN0KRkAEhdxReEAWz5Gtet_xOv8wxvTtTpfg-2-e")]
    [InlineData("_member_")]
    [InlineData("%F0%9F%94%91")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task An_id_of_nothing_is_not_found(string id)
    {
        foreach (var list in new[] { ApiClient.AssignmentRequests, ApiClient.EligibilitySchedules, ApiClient.AssignmentInstances, ApiClient.RoleAssignments })
        {
            await ada.GetAsync($"{list}/{id}", HttpStatusCode.NotFound);
            await ada.GetAsync($"{list}/{id}/principal", HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task What_only_the_schema_has_is_not_allowed()
    {
        foreach (var (method, path) in new (HttpMethod, string)[]
        {
            (HttpMethod.Post, ApiClient.AssignmentSchedules), (HttpMethod.Post, ApiClient.EligibilityInstances), (HttpMethod.Post, Transitive),
            (HttpMethod.Patch, $"{ApiClient.AssignmentRequests}/1"), (HttpMethod.Delete, $"{ApiClient.EligibilitySchedules}/1"),
            (HttpMethod.Patch, $"{ApiClient.RoleAssignments}/1"), (HttpMethod.Delete, $"{ApiClient.RoleAssignments}/1/appScope"),
        })
        {
            Assert.Equal("Request_BadRequest", ApiClient.Code(await ada.SendAsync(method, path, new JsonObject(), HttpStatusCode.MethodNotAllowed)));
        }
    }
}
