using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.GroupAccess;

/// <summary>Memberships and ownerships of groups, from eligibility to the end.</summary>
public sealed class GroupAccessTests : IAsyncLifetime
{
    private const string Root = "/v1.0/identityGovernance/privilegedAccess/group/";

    private readonly SampleServer server = new();
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

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Ownership_is_made_eligible_activated_and_given_back()
    {
        var margaret = await ApiClient.OfAsync(server, "margaret");
        var given = await barbara.PostAsync($"{Root}eligibilityScheduleRequests", Ask("AdminAssign", margaret.Id, "Owner", "P30D"));
        Assert.Equal(("adminAssign", "owner", "Provisioned"), ((string?)given["action"], (string?)given["accessId"], (string?)given["status"]));
        Assert.Equal($"{group}_owner_{given["id"]}", (string?)given["targetScheduleId"]);

        var active = await margaret.PostAsync($"{Root}assignmentScheduleRequests", Ask("selfActivate", margaret.Id, "owner", "PT1H"));
        var id = (string)active["targetScheduleId"]!;
        Assert.Equal("Provisioned", (string?)active["status"]);
        var held = Assert.Single(await margaret.ListAsync($"{Root}assignmentScheduleInstances/{ApiClient.Own}?$expand=group,activatedUsing,principal"))!;
        Assert.Equal(("owner", "activated", "direct"), ((string?)held["accessId"], (string?)held["assignmentType"], (string?)held["memberType"]));
        Assert.Equal((id, id), ((string?)held["id"], (string?)held["assignmentScheduleId"]));
        Assert.Equal("Database operators", (string?)held["group"]!["displayName"]);
        Assert.Equal((string?)given["targetScheduleId"], (string?)held["activatedUsing"]!["eligibilityScheduleId"]);
        Assert.Equal("2026-03-02T10:00:00Z", (string?)held["endDateTime"]);
        Assert.Equal(id, (string?)(await margaret.GetAsync($"{Root}assignmentSchedules/{id}"))["id"]);

        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var back = await margaret.PostAsync($"{Root}assignmentScheduleRequests", Ask("selfDeactivate", margaret.Id, "owner", duration: null));

        Assert.Equal("Revoked", (string?)back["status"]);
        Assert.True(back.ContainsKey("targetScheduleId") && back["targetScheduleId"] is null && back["scheduleInfo"] is null);
        Assert.Empty(await margaret.ListAsync($"{Root}assignmentScheduleInstances/{ApiClient.Own}"));
    }

    [Fact]
    public async Task A_request_that_waits_is_seen_by_its_approver_and_cancelled_by_any_of_its_ids()
    {
        var asked = await alan.PostAsync($"{Root}assignmentScheduleRequests", Ask("selfActivate", alan.Id, "member", "PT1H"));
        var id = (string)asked["id"]!;
        Assert.Equal(("PendingApproval", id), ((string?)asked["status"], (string?)asked["approvalId"]));

        Assert.Contains(
            await barbara.ListAsync($"{Root}assignmentScheduleRequests/filterByCurrentUser(on='approver')"), one => (string?)one!["id"] == id);
        Assert.Equal(id, (string?)(await alan.GetAsync($"{Root}assignmentScheduleRequests/{group}_member_{id}"))["id"]);
        await alan.SendAsync(HttpMethod.Post, $"{Root}assignmentScheduleRequests/{group}_member_{id}/cancel", body: null, HttpStatusCode.NoContent);

        Assert.Equal("Canceled", (string?)(await alan.GetAsync($"{Root}assignmentScheduleRequests/{id}"))["status"]);
        await alan.GetAsync($"{ApiClient.AssignmentRequests}/{id}", HttpStatusCode.NotFound);
        await alan.GetAsync($"{Root}eligibilityScheduleRequests/{id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_administrator_updates_and_removes_by_the_id_of_the_schedule()
    {
        var schedule = Assert.Single(await barbara.ListAsync(
            $"{Root}eligibilitySchedules" + ApiClient.Where($"groupId eq '{group}' and principalId eq '{alan.Id}'")))!;
        var update = Ask("adminUpdate", alan.Id, "member", "P20D");
        update["targetScheduleId"] = (string?)schedule["id"];

        await barbara.PostAsync($"{Root}eligibilityScheduleRequests", update);

        Assert.Equal(
            "2026-03-22T09:00:00Z",
            (string?)(await alan.GetAsync($"{Root}eligibilityScheduleInstances/{schedule["id"]}"))["endDateTime"]);
        var remove = Ask("adminRemove", alan.Id, "member", duration: null);
        remove["targetScheduleId"] = (string?)schedule["id"];
        Assert.Equal("Revoked", (string?)(await barbara.PostAsync($"{Root}eligibilityScheduleRequests", remove))["status"]);
        Assert.Empty(await alan.ListAsync($"{Root}eligibilityScheduleInstances/{ApiClient.Own}"));
    }

    private JsonObject Ask(string action, string principal, string access, string? duration)
    {
        var ask = new JsonObject
        {
            ["action"] = action,
            ["principalId"] = principal,
            ["groupId"] = group,
            ["accessId"] = access,
            ["justification"] = "A night shift.",
        };
        if (duration is not null)
        {
            ask["scheduleInfo"] = new JsonObject { ["expiration"] = new JsonObject { ["type"] = "AfterDuration", ["duration"] = duration } };
        }

        return ask;
    }
}
