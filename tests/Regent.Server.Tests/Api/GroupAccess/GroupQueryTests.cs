using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.GroupAccess;

/// <summary>Filters of memberships and ownerships of groups, who may see them, and what cannot be read.</summary>
public sealed class GroupQueryTests(SampleServer server) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private const string Root = "/v1.0/identityGovernance/privilegedAccess/group/";

    private ApiClient ada = null!;
    private ApiClient alan = null!;
    private ApiClient barbara = null!;
    private string group = "";

    public async ValueTask InitializeAsync()
    {
        ada = await ApiClient.OfAsync(server, "ada");
        alan = await ApiClient.OfAsync(server, "alan");
        barbara = await ApiClient.OfAsync(server, "barbara");
        group = (string)(await ada.ListAsync("/v1.0/groups" + ApiClient.Where("displayName eq 'Database operators'")))[0]!["id"]!;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("eligibilitySchedules", "groupId eq '{group}'", 2)]
    [InlineData("eligibilitySchedules", "groupId eq '{group}' and accessId eq 'Member'", 2)]
    [InlineData("eligibilitySchedules", "groupId eq '{group}' and accessId eq 'owner'", 0)]
    [InlineData("eligibilityScheduleInstances", "principalId eq '{alan}' and group/id eq '{group}'", 1)]
    [InlineData("eligibilityScheduleInstances", "groupId eq '{group}' and startswith(principal/displayName,'kath')", 1)]
    [InlineData("eligibilityScheduleInstances", "groupId eq '{group}' and principal/id eq '{alan}'", 1)]
    [InlineData("assignmentSchedules", "groupId eq '{group}' and assignmentType eq 'assigned' and memberType eq 'direct'", 1)]
    [InlineData("assignmentScheduleInstances", "groupId eq '{group}' and status eq 'x'", -1)]
    [InlineData("eligibilityScheduleRequests", "groupId eq '{group}' and status eq 'Provisioned'", 2)]
    [InlineData("eligibilityScheduleRequests", "groupId eq '{group}' and startswith(principal/displayName,'Alan')", 1)]
    [InlineData("eligibilityScheduleRequests", "principalId eq '{alan}' and targetScheduleId eq '{schedule}'", 1)]
    [InlineData("assignmentScheduleRequests", "principalId eq '{alan}'", 0)]
    [InlineData("assignmentScheduleRequests", "groupId eq '{group}' and groupId eq '{group}'", -1)]
    [InlineData("eligibilitySchedules", "groupId eq 'operators'", -1)]
    [InlineData("eligibilitySchedules", "groupId eq '{group}' and accessId eq 'guest'", -1)]
    public async Task Lists_are_filtered(string list, string filter, int found)
    {
        var schedule = (string?)(await ada.ListAsync($"{Root}eligibilitySchedules" + ApiClient.Where($"principalId eq '{alan.Id}'")))[0]!["id"];
        var asked = ApiClient.Where(filter.Replace("{group}", group, StringComparison.Ordinal).Replace("{alan}", alan.Id, StringComparison.Ordinal)
            .Replace("{schedule}", schedule, StringComparison.Ordinal));
        if (found < 0)
        {
            await ada.GetAsync(Root + list + asked, HttpStatusCode.BadRequest);
            return;
        }

        Assert.Equal(found, (await ada.ListAsync(Root + list + asked)).Count);
        Assert.Equal($"{found}", await ada.TextAsync($"{Root}{list}/$count{asked}"));
    }

    [Theory]
    [InlineData("assignmentSchedules")]
    [InlineData("assignmentScheduleInstances")]
    [InlineData("assignmentScheduleRequests")]
    [InlineData("eligibilitySchedules")]
    [InlineData("eligibilityScheduleInstances")]
    [InlineData("eligibilityScheduleRequests")]
    public async Task A_list_of_everything_must_be_narrowed_and_is_for_those_who_see_the_group(string list)
    {
        foreach (var options in new[] { "", "/$count", "?$filter=accessId eq 'member'" })
        {
            Assert.Equal("MissingProvider", ApiClient.Code(await ada.GetAsync($"{Root}{list}{options}", HttpStatusCode.BadRequest)));
        }

        await barbara.ListAsync(Root + list + ApiClient.Where($"groupId eq '{group}'"));
        Assert.Equal("Authorization_RequestDenied", ApiClient.Code(
            await alan.GetAsync(Root + list + ApiClient.Where($"groupId eq '{group}'"), HttpStatusCode.Forbidden)));
        await alan.ListAsync(Root + list + ApiClient.Where($"groupId eq '{group}' and principalId eq '{alan.Id}'"));
        await alan.ListAsync($"{Root}{list}/{ApiClient.Own}");
        await ada.GetAsync($"{Root}{list}/nonsense", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("groupId", null)]
    [InlineData("groupId", "operators")]
    [InlineData("accessId", null)]
    [InlineData("accessId", "guest")]
    [InlineData("principalId", null)]
    [InlineData("targetScheduleId", "x_member_y")]
    public async Task What_is_wrong_is_named(string member, string? value)
    {
        var body = new JsonObject
        {
            ["action"] = "adminAssign",
            ["principalId"] = alan.Id,
            ["groupId"] = group,
            ["accessId"] = "owner",
            ["scheduleInfo"] = JsonNode.Parse("""{"expiration":{"type":"afterDuration","duration":"P30D"}}"""),
        };
        body[member] = value;

        var refused = await ada.PostAsync($"{Root}eligibilityScheduleRequests", body, HttpStatusCode.BadRequest);

        Assert.Equal(member, (string?)refused["error"]!["target"]);
    }

    [Fact]
    public async Task What_refers_to_something_has_an_address_for_it()
    {
        var schedule = (await ada.ListAsync($"{Root}eligibilitySchedules" + ApiClient.Where($"principalId eq '{alan.Id}'")))[0]!;
        var item = $"{Root}eligibilitySchedules/{schedule["id"]}";

        Assert.Equal("Database operators", (string?)(await ada.GetAsync($"{item}/group"))["displayName"]);
        Assert.Equal("#microsoft.graph.user", (string?)(await ada.GetAsync($"{item}/principal"))["@odata.type"]);
        var request = $"{Root}eligibilityScheduleRequests/{schedule["createdUsing"]}";
        Assert.Equal((string?)schedule["id"], (string?)(await ada.GetAsync($"{request}/targetSchedule"))["id"]);
        Assert.Equal(group, (string?)(await ada.GetAsync($"{request}/group"))["id"]);
        await ada.GetAsync($"{item.Replace("_member_", "_owner_", StringComparison.Ordinal)}/group", HttpStatusCode.NotFound);
    }
}
