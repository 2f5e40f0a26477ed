using System.Net;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Roles;

/// <summary>What schedules, instances and requests of directory roles refer to, beside them and at addresses of its own.</summary>
public sealed class RoleExpansionTests : IAsyncLifetime
{
    private const string Berlin = "/administrativeUnits/5a1e0000-0000-4000-8000-000000000003";

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
    public async Task Everything_can_be_seen_with_an_activation()
    {
        var (request, eligibility) = await ActivateInBerlinAsync();

        var schedule = await alan.GetAsync($"{ApiClient.AssignmentSchedules}/{request}?$expand=*");
        Assert.Equal("#microsoft.graph.user", (string?)schedule["principal"]!["@odata.type"]);
        Assert.Equal("User Administrator", (string?)schedule["roleDefinition"]!["displayName"]);
        Assert.Equal("#microsoft.graph.administrativeUnit", (string?)schedule["directoryScope"]!["@odata.type"]);
        Assert.Equal("Berlin office", (string?)schedule["directoryScope"]!["displayName"]);
        Assert.Equal(eligibility, (string?)schedule["activatedUsing"]!["id"]);
        Assert.True(schedule.ContainsKey("appScope") && schedule["appScope"] is null);

        var instance = (await alan.ListAsync(
            $"{ApiClient.AssignmentInstances}?$filter=principalId eq '{alan.Id}'&$expand=activatedUsing($select=roleEligibilityScheduleId)"))[0]!;
        Assert.Equal(["id", "roleEligibilityScheduleId"], instance["activatedUsing"]!.AsObject().Select(member => member.Key));
        Assert.Equal(eligibility, (string?)instance["activatedUsing"]!["roleEligibilityScheduleId"]);

        var asked = await alan.GetAsync($"{ApiClient.AssignmentRequests}/{request}?$expand=targetSchedule($expand=principal),activatedUsing,directoryScope");
        Assert.Equal(request, (string?)asked["targetSchedule"]!["id"]);
        Assert.Equal("Alan Turing", (string?)asked["targetSchedule"]!["principal"]!["displayName"]);
        Assert.Equal(eligibility, (string?)asked["activatedUsing"]!["id"]);
    }

    [Fact]
    public async Task Everything_has_an_address_of_its_own()
    {
        var (request, eligibility) = await ActivateInBerlinAsync();
        foreach (var item in new[] { $"{ApiClient.AssignmentSchedules}/{request}", $"{ApiClient.AssignmentRequests}/{request}" })
        {
            var principal = await alan.GetAsync($"{item}/principal?$select=id");
            Assert.Equal(("#microsoft.graph.user", alan.Id), ((string?)principal["@odata.type"], (string?)principal["id"]));
            Assert.EndsWith("/v1.0/$metadata#directoryObjects(id)/$entity", (string?)principal["@odata.context"], StringComparison.Ordinal);
            Assert.Equal(ApiClient.Role("User Administrator"), (string?)(await alan.GetAsync($"{item}/roleDefinition"))["id"]);
            Assert.Equal("Berlin office", (string?)(await alan.GetAsync($"{item}/directoryScope"))["displayName"]);
            Assert.Equal(eligibility, (string?)(await alan.GetAsync($"{item}/activatedUsing"))["id"]);
            await alan.GetAsync($"{item}/appScope", HttpStatusCode.NotFound);
            await alan.GetAsync($"{item}/colour", HttpStatusCode.NotFound);
            await (await ApiClient.OfAsync(server, "barbara")).SendAsync(
                HttpMethod.Get, $"{item}/principal", body: null, item.Contains("Requests", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden);
        }

        Assert.Equal(request, (string?)(await alan.GetAsync($"{ApiClient.AssignmentRequests}/{request}/targetSchedule"))["id"]);
        await alan.GetAsync($"{ApiClient.AssignmentRequests}/{eligibility}/principal", HttpStatusCode.NotFound);
        await ada.GetAsync($"{ApiClient.EligibilitySchedules}/{eligibility}/principal");
        Assert.Equal(eligibility, (string?)(await ada.GetAsync($"{ApiClient.EligibilityRequests}/{eligibility}/targetSchedule"))["createdUsing"]);
    }

    [Fact]
    public async Task What_there_is_none_of_is_not_found()
    {
        var held = (await ada.ListAsync(ApiClient.AssignmentInstances + ApiClient.Where($"principalId eq '{ada.Id}'")))[0]!;
        var item = $"{ApiClient.AssignmentInstances}/{held["id"]}";

        await ada.GetAsync($"{item}/directoryScope", HttpStatusCode.NotFound);
        await ada.GetAsync($"{item}/activatedUsing", HttpStatusCode.NotFound);
        Assert.Equal("Ada Lovelace", (string?)(await ada.GetAsync($"{item}/principal"))["displayName"]);
    }

    [Fact]
    public async Task A_schedule_that_is_over_is_shown_no_more()
    {
        var (request, _) = await ActivateInBerlinAsync();
        server.Clock.Advance(TimeSpan.FromHours(3));

        await alan.GetAsync($"{ApiClient.AssignmentRequests}/{request}/targetSchedule", HttpStatusCode.NotFound);
        await alan.GetAsync($"{ApiClient.AssignmentSchedules}/{request}", HttpStatusCode.Forbidden);
        await ada.GetAsync($"{ApiClient.AssignmentSchedules}/{request}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_sent_is_repeated_as_it_was_spelt()
    {
        var ask = alan.Activation("User Administrator", "PT120M");
        ask["customData"] = "pipeline 17";
        ask["scheduleInfo"]!["startDateTime"] = "2026-03-02T12:00:00.5+01:00";

        var made = await alan.PostAsync(ApiClient.AssignmentRequests, ask);

        foreach (var seen in new[] { made, await alan.GetAsync($"{ApiClient.AssignmentRequests}/{made["id"]}") })
        {
            Assert.Equal("pipeline 17", (string?)seen["customData"]);
            Assert.Equal("PT120M", (string?)seen["scheduleInfo"]!["expiration"]!["duration"]);
            Assert.Equal("2026-03-02T12:00:00.5+01:00", (string?)seen["scheduleInfo"]!["startDateTime"]);
        }

        Assert.Equal(
            "2026-03-02T13:00:00.5Z",
            (string?)(await alan.GetAsync($"{ApiClient.AssignmentSchedules}/{made["id"]}"))["scheduleInfo"]!["expiration"]!["endDateTime"]);
    }

    private async Task<(string Request, string Eligibility)> ActivateInBerlinAsync()
    {
        var give = ApiClient.Administration("adminAssign", alan.Id, "User Administrator");
        give["directoryScopeId"] = Berlin;
        var eligibility = (string)(await ada.PostAsync(ApiClient.EligibilityRequests, give))["id"]!;
        var ask = alan.Activation("User Administrator");
        ask["directoryScopeId"] = Berlin;
        return ((string)(await alan.PostAsync(ApiClient.AssignmentRequests, ask))["id"]!, eligibility);
    }
}
