using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Api.Policies;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.GroupAccess;

/// <summary>Each item of groups under PIM has an address, and so has each thing it refers to.</summary>
public sealed class GroupAddressTests(SampleServer server) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private const string Root = "/v1.0/identityGovernance/privilegedAccess/group/";

    private ApiClient barbara = null!;
    private ApiClient margaret = null!;
    private string group = "";

    public async ValueTask InitializeAsync()
    {
        (barbara, margaret) = (await ApiClient.OfAsync(server, "barbara"), await ApiClient.OfAsync(server, "margaret"));
        group = await barbara.GroupAsync("Database operators");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Everything_leads_to_what_it_refers_to()
    {
        var eligibility = (string)(await barbara.PostAsync($"{Root}eligibilityScheduleRequests", Ask("adminAssign", "P30D")))["targetScheduleId"]!;
        await margaret.PostAsync($"{Root}assignmentScheduleRequests", Ask("selfActivate", "PT1H"));
        foreach (var set in new[] { "Instances", "Requests", "s" }.SelectMany(end => new[] { $"assignmentSchedule{end}", $"eligibilitySchedule{end}" }))
        {
            var mine = ApiClient.Where($"groupId eq '{group}' and principalId eq '{margaret.Id}' and accessId eq 'owner'");
            var item = Assert.Single(await barbara.ListAsync($"{Root}{set}{mine}"))!;
            var address = $"{Root}{set}/{item["id"]}";

            Assert.Equal(1, int.Parse(await barbara.TextAsync($"{Root}{set}/$count{mine}"), CultureInfo.InvariantCulture));
            Assert.Equal(item["id"]!.ToString(), await IdAsync(address));
            Assert.Equal(margaret.Id, await IdAsync($"{address}/principal"));
            Assert.Equal(group, await IdAsync($"{address}/group"));
            if (set.StartsWith("assignment", StringComparison.Ordinal))
            {
                Assert.Equal(eligibility, await IdAsync($"{address}/activatedUsing"));
            }

            if (set.EndsWith("Requests", StringComparison.Ordinal))
            {
                Assert.Equal((string?)item["targetScheduleId"], await IdAsync($"{address}/targetSchedule"));
            }
        }

        async Task<string?> IdAsync(string address) => (string?)(await barbara.GetAsync(address))["id"];
    }

    [Fact]
    public async Task A_planned_eligibility_is_withdrawn()
    {
        var ask = Ask("adminAssign", "P10D");
        ask["accessId"] = "member";
        ask["scheduleInfo"]!["startDateTime"] = "2026-06-01T08:00:00Z";
        var planned = await barbara.PostAsync($"{Root}eligibilityScheduleRequests", ask);

        await barbara.CancelAsync($"{Root}eligibilityScheduleRequests", (string)planned["id"]!);

        Assert.Equal("Canceled", (string?)(await barbara.GetAsync($"{Root}eligibilityScheduleRequests/{planned["id"]}"))["status"]);
        await barbara.CancelAsync($"{Root}eligibilityScheduleRequests", (string)planned["id"]!, HttpStatusCode.BadRequest);
    }

    private JsonObject Ask(string action, string duration) => new()
    {
        ["action"] = action,
        ["principalId"] = margaret.Id,
        ["groupId"] = group,
        ["accessId"] = "owner",
        ["justification"] = "A night shift.",
        ["scheduleInfo"] = new JsonObject { ["expiration"] = new JsonObject { ["type"] = "afterDuration", ["duration"] = duration } },
    };
}
