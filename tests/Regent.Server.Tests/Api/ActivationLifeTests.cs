using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>One activation after the other, from the ask to the end, through nothing but HTTP.</summary>
public sealed class ActivationLifeTests : IAsyncLifetime
{
    private readonly SampleServer server = new();
    private ApiClient alan = null!;
    private ApiClient grace = null!;

    public async ValueTask InitializeAsync()
    {
        alan = await ApiClient.OfAsync(server, "alan");
        grace = await ApiClient.OfAsync(server, "grace");
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task An_activation_is_asked_approved_in_force_and_over()
    {
        var asked = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Exchange Administrator"));
        var id = (string)asked["id"]!;
        Assert.Equal("PendingApproval", (string?)asked["status"]);
        Assert.Equal(id, (string?)asked["approvalId"]);
        Assert.Null(asked["targetScheduleId"]);
        Assert.Empty(await OwnActivationsAsync());

        var waiting = await grace.ListAsync($"{ApiClient.AssignmentRequests}/filterByCurrentUser(on='approver')");
        Assert.Contains(waiting, request => (string?)request!["id"] == id);
        var step = Assert.Single(await grace.ListAsync($"{ApiClient.Approvals}/{id}/steps"))!;
        Assert.Equal(("InProgress", true), ((string?)step["status"], (bool?)step["assignedToMe"]));

        server.Clock.Advance(TimeSpan.FromMinutes(10));
        await grace.DecideAsync(id, "Approve", "Go ahead.");

        var decided = await alan.GetAsync($"{ApiClient.AssignmentRequests}/{id}");
        Assert.Equal(("Provisioned", id), ((string?)decided["status"], (string?)decided["targetScheduleId"]));
        var held = Assert.Single(await OwnActivationsAsync())!;
        Assert.Equal("2026-03-02T09:10:00Z", (string?)held["startDateTime"]);
        Assert.Equal("2026-03-02T11:10:00Z", (string?)held["endDateTime"]);
        Assert.Equal(id, (string?)held["roleAssignmentScheduleId"]);
        Assert.Equal(held["id"]!.ToString(), (await alan.GetAsync($"{ApiClient.AssignmentInstances}/{held["id"]}"))["id"]!.ToString());

        server.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        Assert.Single(await OwnActivationsAsync());
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await OwnActivationsAsync());
        await alan.GetAsync($"{ApiClient.AssignmentInstances}/{held["id"]}", System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_role_without_approval_is_active_at_once_and_can_be_given_back_after_five_minutes()
    {
        var asked = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("User Administrator", "PT30M"));
        Assert.Equal("Provisioned", (string?)asked["status"]);
        var back = alan.Activation("User Administrator");
        back["action"] = "SelfDeactivate";

        Assert.Equal("ActiveDurationTooShort", ApiClient.Code(
            await alan.PostAsync(ApiClient.AssignmentRequests, back, System.Net.HttpStatusCode.BadRequest)));
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var ended = await alan.PostAsync(ApiClient.AssignmentRequests, back);

        Assert.Equal("Revoked", (string?)ended["status"]);
        Assert.Null(ended["scheduleInfo"]);
        Assert.Null(ended["targetScheduleId"]);
        Assert.Empty(await OwnActivationsAsync());
        Assert.Equal("RoleAssignmentDoesNotExist", ApiClient.Code(
            await alan.PostAsync(ApiClient.AssignmentRequests, back, System.Net.HttpStatusCode.BadRequest)));
    }

    [Fact]
    public async Task What_is_planned_is_granted_not_in_force_and_can_be_cancelled()
    {
        var ask = alan.Activation("User Administrator");
        ask["scheduleInfo"]!["startDateTime"] = "2026-03-02T20:00:00+02:00";
        var asked = await alan.PostAsync(ApiClient.AssignmentRequests, ask);
        var id = (string)asked["id"]!;
        Assert.Equal("Granted", (string?)asked["status"]);
        Assert.Equal("2026-03-02T20:00:00+02:00", (string?)asked["scheduleInfo"]!["startDateTime"]);
        Assert.Empty(await OwnActivationsAsync());

        await alan.CancelAsync(ApiClient.AssignmentRequests, id);

        Assert.Equal("Canceled", (string?)(await alan.GetAsync($"{ApiClient.AssignmentRequests}/{id}"))["status"]);
        Assert.Equal("RequestCannotBeCancelled", ApiClient.Code(
            await alan.CancelAsync(ApiClient.AssignmentRequests, id, System.Net.HttpStatusCode.BadRequest)));
        server.Clock.Advance(TimeSpan.FromHours(10));
        Assert.Empty(await OwnActivationsAsync());
    }

    [Fact]
    public async Task A_denied_request_says_who_said_no_and_why()
    {
        var id = (string)(await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Exchange Administrator")))["id"]!;

        await grace.DecideAsync(id, "deny", "Not during the audit.");

        Assert.Equal("Denied", (string?)(await alan.GetAsync($"{ApiClient.AssignmentRequests}/{id}"))["status"]);
        var step = await alan.GetAsync($"{ApiClient.Approvals}/{id}/steps/{id}");
        Assert.Equal(("Completed", "Deny"), ((string?)step["status"], (string?)step["reviewResult"]));
        Assert.Equal("Not during the audit.", (string?)step["justification"]);
        Assert.Equal("Grace Hopper", (string?)step["reviewedBy"]!["displayName"]);
        Assert.Empty(await OwnActivationsAsync());
    }

    [Fact]
    public async Task The_second_of_two_decisions_is_told_that_it_is_late()
    {
        var ada = await ApiClient.OfAsync(server, "ada");
        var id = (string)(await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Exchange Administrator")))["id"]!;
        await grace.DecideAsync(id, "Approve", "Go ahead.");

        var late = await ada.DecideAsync(id, "Deny", "No.", System.Net.HttpStatusCode.Conflict);

        Assert.Equal("Conflict", ApiClient.Code(late));
        Assert.Contains("Grace Hopper", ApiClient.Message(late), StringComparison.Ordinal);
        Assert.Single(await OwnActivationsAsync());
    }

    [Fact]
    public async Task A_second_ask_is_refused_while_one_waits_and_while_one_runs()
    {
        var ask = alan.Activation("Exchange Administrator");
        var id = (string)(await alan.PostAsync(ApiClient.AssignmentRequests, ask))["id"]!;
        Assert.Equal("PendingRoleAssignmentRequest", ApiClient.Code(
            await alan.PostAsync(ApiClient.AssignmentRequests, ask, System.Net.HttpStatusCode.BadRequest)));

        await grace.DecideAsync(id, "Approve", "Go ahead.");

        Assert.Equal("RoleAssignmentExists", ApiClient.Code(
            await alan.PostAsync(ApiClient.AssignmentRequests, ask, System.Net.HttpStatusCode.BadRequest)));
    }

    [Fact]
    public async Task What_is_only_validated_is_answered_and_leaves_no_trace()
    {
        var before = await alan.TextAsync($"{ApiClient.AssignmentRequests}/$count{ApiClient.Where($"principalId eq '{alan.Id}'")}");
        var ask = alan.Activation("Exchange Administrator");
        ask["isValidationOnly"] = true;

        var judged = await alan.PostAsync(ApiClient.AssignmentRequests, ask);

        Assert.True((bool?)judged["isValidationOnly"]);
        Assert.Equal("PendingApproval", (string?)judged["status"]);
        await alan.GetAsync($"{ApiClient.AssignmentRequests}/{judged["id"]}", System.Net.HttpStatusCode.NotFound);
        Assert.Equal(before, await alan.TextAsync($"{ApiClient.AssignmentRequests}/$count{ApiClient.Where($"principalId eq '{alan.Id}'")}"));
        ask["justification"] = null;
        Assert.Equal("RoleAssignmentRequestPolicyValidationFailed", ApiClient.Code(
            await alan.PostAsync(ApiClient.AssignmentRequests, ask, System.Net.HttpStatusCode.BadRequest)));
    }

    private Task<System.Text.Json.Nodes.JsonArray> OwnActivationsAsync() =>
        alan.ListAsync($"{ApiClient.AssignmentInstances}/{ApiClient.Own}{ApiClient.Where("assignmentType eq 'Activated'")}");
}
