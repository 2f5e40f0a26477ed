using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Roles;

/// <summary>What is planned and in force of directory roles, as time passes.</summary>
public sealed class RoleScheduleTests : IAsyncLifetime
{
    private readonly SampleServer server = new();
    private ApiClient ada = null!;
    private ApiClient alan = null!;

    public async ValueTask InitializeAsync()
    {
        ada = await ApiClient.OfAsync(server, "ada");
        alan = await ApiClient.OfAsync(server, "alan");
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task What_is_planned_is_a_schedule_and_no_instance()
    {
        var made = await PlanAsync();
        var id = (string)made["id"]!;

        var planned = Assert.Single(await ada.ListAsync(
            ApiClient.EligibilitySchedules + ApiClient.Where($"principalId eq '{alan.Id}' and status eq 'Granted'")))!;
        Assert.Equal((id, id, "Granted"), ((string?)planned["id"], (string?)planned["createdUsing"], (string?)planned["status"]));
        Assert.Equal("2026-03-03T08:00:00Z", (string?)planned["scheduleInfo"]!["startDateTime"]);
        Assert.Equal("afterDateTime", (string?)planned["scheduleInfo"]!["expiration"]!["type"]);
        Assert.Equal("2026-03-04T08:00:00Z", (string?)planned["scheduleInfo"]!["expiration"]!["endDateTime"]);
        Assert.Equal(id, (string?)(await alan.GetAsync($"{ApiClient.EligibilitySchedules}/{id}"))["id"]);
        Assert.DoesNotContain(
            await ada.ListAsync(ApiClient.EligibilityInstances + ApiClient.Where($"principalId eq '{alan.Id}'")),
            one => (string?)one!["roleEligibilityScheduleId"] == id);
        Assert.Equal("5", await ada.TextAsync($"{ApiClient.EligibilitySchedules}/$count{ApiClient.Where($"principalId eq '{alan.Id}'")}"));
        Assert.Equal(4, (await alan.ListAsync($"{ApiClient.EligibilitySchedules}/{ApiClient.Own}{ApiClient.Where("status eq 'provisioned'")}")).Count);

        server.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal("Provisioned", (string?)(await ada.GetAsync($"{ApiClient.EligibilitySchedules}/{id}"))["status"]);
        server.Clock.Advance(TimeSpan.FromDays(1));
        await ada.GetAsync($"{ApiClient.EligibilitySchedules}/{id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Schedules_come_in_the_order_that_is_asked_for()
    {
        await PlanAsync();
        var up = await CreatedAsync("?$orderby=createdDateTime");

        Assert.Equal(up.Order(StringComparer.Ordinal), up);
        Assert.Equal(up.Reverse(), await CreatedAsync("?$orderby=createdDateTime desc"));
        Assert.Equal(up.Skip(2).Take(3), await CreatedAsync("?$orderby=createdDateTime&$skip=2&$top=3"));
        await ada.GetAsync($"{ApiClient.EligibilitySchedules}?$orderby=status", HttpStatusCode.BadRequest);

        async Task<string?[]> CreatedAsync(string options) =>
            [.. (await ada.ListAsync(ApiClient.EligibilitySchedules + options)).Select(one => (string?)one!["createdDateTime"])];
    }

    [Fact]
    public async Task What_is_named_by_who_holds_what_where_is_taken_and_nothing_else()
    {
        await ada.PostAsync(ApiClient.AssignmentRequests, ApiClient.Administration("adminAssign", alan.Id, "Reports Reader"));
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var remove = ApiClient.Administration("adminRemove", alan.Id, "Reports Reader");
        remove["targetScheduleId"] = await InstanceOfAsync(ada.Id);
        var refused = await ada.PostAsync(ApiClient.AssignmentRequests, remove, HttpStatusCode.BadRequest);
        Assert.Equal("targetScheduleId", (string?)refused["error"]!["target"]);

        remove["targetScheduleId"] = await InstanceOfAsync(alan.Id);
        await ada.PostAsync(ApiClient.AssignmentRequests, remove);

        Assert.Empty(await alan.ListAsync($"{ApiClient.AssignmentInstances}/{ApiClient.Own}"));

        async Task<string?> InstanceOfAsync(string principal) =>
            (string?)(await ada.ListAsync(ApiClient.AssignmentInstances + ApiClient.Where($"principalId eq '{principal}'")))[0]!["id"];
    }

    private Task<JsonObject> PlanAsync()
    {
        var body = ApiClient.Administration("adminAssign", alan.Id, "Reports Reader");
        body["scheduleInfo"] = JsonNode.Parse(
            """{"startDateTime":"2026-03-03T08:00:00Z","expiration":{"type":"afterDuration","duration":"P1D"}}""");
        return ada.PostAsync(ApiClient.EligibilityRequests, body);
    }
}
