using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>What administrators give and take through the API.</summary>
public sealed class AdministrationTests : IAsyncLifetime
{
    private readonly SampleServer server = new();
    private ApiClient ada = null!;
    private ApiClient barbara = null!;

    public async ValueTask InitializeAsync()
    {
        ada = await ApiClient.OfAsync(server, "ada");
        barbara = await ApiClient.OfAsync(server, "barbara");
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(ApiClient.AssignmentRequests, ApiClient.AssignmentInstances)]
    [InlineData(ApiClient.EligibilityRequests, ApiClient.EligibilityInstances)]
    public async Task What_is_given_is_in_force_until_it_is_taken(string requests, string instances)
    {
        var given = await ada.PostAsync(requests, ApiClient.Administration("adminAssign", barbara.Id, "Reports Reader"));
        Assert.Equal("Provisioned", (string?)given["status"]);
        Assert.Equal((string?)given["id"], (string?)given["targetScheduleId"]);
        Assert.Single(await barbara.ListAsync($"{instances}/{ApiClient.Own}"));
        Assert.Equal("RoleAssignmentExists", ApiClient.Code(
            await ada.PostAsync(requests, ApiClient.Administration("adminAssign", barbara.Id, "Reports Reader"), HttpStatusCode.BadRequest)));

        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var remove = ApiClient.Administration("adminRemove", barbara.Id, "Reports Reader");
        remove.Remove("scheduleInfo");
        remove["targetScheduleId"] = (string?)given["targetScheduleId"];
        await ada.PostAsync(requests, remove);

        Assert.Empty(await barbara.ListAsync($"{instances}/{ApiClient.Own}"));
        Assert.Equal("RoleAssignmentDoesNotExist", ApiClient.Code(await ada.PostAsync(requests, remove, HttpStatusCode.BadRequest)));
    }

    [Fact]
    public async Task Only_the_schedule_that_is_named_is_taken()
    {
        await ada.PostAsync(ApiClient.AssignmentRequests, ApiClient.Administration("adminAssign", barbara.Id, "Reports Reader"));
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var remove = ApiClient.Administration("adminRemove", barbara.Id, "Reports Reader");
        remove["targetScheduleId"] = "00000000-0000-0000-0000-000000000001";

        await ada.PostAsync(ApiClient.AssignmentRequests, remove, HttpStatusCode.BadRequest);
        remove["targetScheduleId"] = "mine";
        await ada.PostAsync(ApiClient.AssignmentRequests, remove, HttpStatusCode.BadRequest);

        Assert.Single(await barbara.ListAsync($"{ApiClient.AssignmentInstances}/{ApiClient.Own}"));
    }

    [Fact]
    public async Task An_administrator_ends_somebodys_activation()
    {
        var alan = await ApiClient.OfAsync(server, "alan");
        await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("User Administrator"));
        server.Clock.Advance(TimeSpan.FromMinutes(5));

        await ada.PostAsync(ApiClient.AssignmentRequests, ApiClient.Administration("adminRemove", alan.Id, "User Administrator"));

        Assert.Empty(await alan.ListAsync($"{ApiClient.AssignmentInstances}/{ApiClient.Own}"));
    }

    [Fact]
    public async Task The_last_global_administrator_stays()
    {
        var refused = await ada.PostAsync(
            ApiClient.AssignmentRequests, ApiClient.Administration("adminRemove", ada.Id, "Global Administrator"), HttpStatusCode.BadRequest);

        Assert.Equal("CannotDeleteLastAdminAssignment", ApiClient.Code(refused));
    }

    [Fact]
    public async Task What_is_only_validated_is_given_to_nobody()
    {
        var body = ApiClient.Administration("adminAssign", barbara.Id, "Reports Reader");
        body["isValidationOnly"] = true;

        var judged = await ada.PostAsync(ApiClient.EligibilityRequests, body);

        Assert.True((bool?)judged["isValidationOnly"]);
        Assert.Null(judged["targetScheduleId"]);
        Assert.Empty(await barbara.ListAsync($"{ApiClient.EligibilityInstances}/{ApiClient.Own}"));
        Assert.Equal("0", await ada.TextAsync($"{ApiClient.EligibilityRequests}/$count{ApiClient.Where($"principalId eq '{barbara.Id}'")}"));
    }

    [Fact]
    public async Task What_begins_later_is_granted_and_can_be_withdrawn()
    {
        var body = ApiClient.Administration("adminAssign", barbara.Id, "Reports Reader");
        body["scheduleInfo"] = JsonNode.Parse(
            """{"startDateTime":"2026-03-03T00:00:00Z","expiration":{"type":"afterDuration","duration":"P30D"}}""");
        var given = await ada.PostAsync(ApiClient.EligibilityRequests, body);
        Assert.Equal("Granted", (string?)given["status"]);
        Assert.Empty(await barbara.ListAsync($"{ApiClient.EligibilityInstances}/{ApiClient.Own}"));

        await ada.CancelAsync(ApiClient.EligibilityRequests, (string)given["id"]!);
        server.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty(await barbara.ListAsync($"{ApiClient.EligibilityInstances}/{ApiClient.Own}"));
    }
}
