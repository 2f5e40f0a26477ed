using System.Text.Json.Nodes;
using Regent.Server.Tests.Api.Arm;

namespace Regent.Server.Tests.Api.Access;

/// <summary>While a system outside owes what an assignment gives, the APIs of Microsoft's shapes say that it is being provisioned.</summary>
public sealed class ProvisioningStatusTests(QuietServer server) : IClassFixture<QuietServer>
{
    private const string Pending = "PendingProvisioning";
    private const string Done = "Provisioned";

    [Fact]
    public async Task Graph_says_pending_until_it_was_seen()
    {
        var ada = await TargetClient.OfAsync(server, "ada");
        var alan = await ApiClient.OfAsync(server, "alan");
        var id = await ada.StartedAsync("Servers", TargetClient.Mapping("User Administrator", "admins"));

        var made = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("User Administrator"));
        var (request, schedule) = ((string)made["id"]!, (string)made["targetScheduleId"]!);

        Assert.Equal(Pending, (string)made["status"]!);
        Assert.Equal([Pending, Pending, Pending, Pending, Pending], await StatusesAsync(ada.Api, alan, request, schedule));
        Assert.False((bool)(await alan.GetAsync($"/api/progress/{schedule}"))["isSeen"]!);

        await server.LandAsync(id);

        Assert.Equal([Done, Done, Done, Done, Done], await StatusesAsync(ada.Api, alan, request, schedule));
        var landed = Assert.Single((await alan.GetAsync($"/api/progress/{schedule}"))["landed"]!.AsArray())!;
        Assert.Equal(("Servers", "admins", "inEffect"), ((string)landed["targetDisplayName"]!, (string)landed["entitlement"]!, (string)landed["state"]!));
        Assert.Equal(server.Clock.GetUtcNow(), (DateTimeOffset)landed["seenDateTime"]!);
    }

    [Fact]
    public async Task What_gives_nothing_anywhere_is_provisioned_at_once()
    {
        var alan = await ApiClient.OfAsync(server, "alan");

        var made = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Security Reader"));

        Assert.Equal(Done, (string)made["status"]!);
        var progress = await alan.GetAsync($"/api/progress/{(string)made["targetScheduleId"]!}");
        Assert.True((bool)progress["isSeen"]!);
        Assert.Empty(progress["landed"]!.AsArray());
    }

    [Fact]
    public async Task Azure_Resource_Manager_says_pending_until_it_was_seen()
    {
        var ada = await TargetClient.OfAsync(server, "ada");
        var id = await ada.StartedAsync("Shop servers", new JsonObject
        {
            ["roleDefinitionId"] = ArmClient.Role("Reader"),
            ["scope"] = ArmClient.Shop,
            ["entitlements"] = new JsonArray("shop"),
        });
        var arm = await ArmClient.OfAsync(server, "ada");
        var grace = await server.PersonAsync("grace");
        var name = ArmClient.NewName();

        var made = await arm.PutAsync(ArmClient.At(ArmClient.Shop, $"roleAssignmentScheduleRequests/{name}"), ArmClient.Ask("AdminAssign", grace.Id.ToString(), "Reader", "P10D"));
        Assert.Equal(Pending, Status(made));
        Assert.Equal([Pending, Pending, Pending, Pending], await ArmStatusesAsync(arm, name, grace.Id.ToString()));

        await server.LandAsync(id);

        Assert.Equal([Done, Done, Done, Done], await ArmStatusesAsync(arm, name, grace.Id.ToString()));
    }

    private static async Task<IReadOnlyList<string>> StatusesAsync(ApiClient ada, ApiClient alan, string request, string schedule) =>
    [
        (string)(await alan.GetAsync($"{ApiClient.AssignmentRequests}/{request}"))["status"]!,
        (string)(await alan.ListAsync($"{ApiClient.AssignmentRequests}/{ApiClient.Own}")).Single(one => (string)one!["id"]! == request)!["status"]!,
        (string)(await ada.GetAsync($"{ApiClient.AssignmentSchedules}/{schedule}"))["status"]!,
        (string)(await ada.ListAsync($"{ApiClient.AssignmentSchedules}{ApiClient.Where($"principalId eq '{alan.Id}'")}")).Single(one => (string)one!["id"]! == schedule)!["status"]!,
        (string)(await alan.ListAsync($"{ApiClient.AssignmentSchedules}/{ApiClient.Own}")).Single(one => (string)one!["id"]! == schedule)!["status"]!,
    ];

    private static async Task<IReadOnlyList<string>> ArmStatusesAsync(ArmClient arm, string name, string principal)
    {
        var filter = $"principalId eq '{principal}'";
        return
        [
            Status(await arm.GetAsync(ArmClient.At(ArmClient.Shop, $"roleAssignmentScheduleRequests/{name}"))),
            Status((await arm.ListAsync(ArmClient.At(ArmClient.Shop, "roleAssignmentScheduleRequests", filter)))[0]!),
            Status((await arm.ListAsync(ArmClient.At(ArmClient.Shop, "roleAssignmentSchedules", filter)))[0]!),
            Status((await arm.ListAsync(ArmClient.At(ArmClient.Shop, "roleAssignmentScheduleInstances", filter)))[0]!),
        ];
    }

    private static string Status(JsonNode item) => (string)item["properties"]!["status"]!;
}
