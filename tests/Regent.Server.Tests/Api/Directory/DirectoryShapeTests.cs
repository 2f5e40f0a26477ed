using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Directory;

/// <summary>The directory and the record to the letter.</summary>
public sealed class DirectoryShapeTests(SampleServer server) : IClassFixture<SampleServer>
{
    private readonly Shape shape = new();

    [Fact]
    public async Task Members_of_a_group()
    {
        var alan = await AsAsync("alan");
        var group = (string)(await alan.ListAsync("/v1.0/groups" + ApiClient.Where("displayName eq 'On-call engineers'")))[0]!["id"]!;
        var members = await alan.GetAsync($"/v1.0/groups/{group}/members?$count=true");

        shape.Naming((string?)members["value"]![0]!["id"], "katherine").Is("group-members", members);
    }

    [Fact]
    public async Task What_somebody_belongs_to() =>
        shape.Is("member-of", await (await AsAsync("ada")).GetAsync("/v1.0/me/memberOf"));

    [Fact]
    public async Task An_administrative_unit() => shape.Is(
        "administrative-unit", await (await AsAsync("alan")).GetAsync("/v1.0/administrativeUnits/5a1e0000-0000-4000-8000-000000000003"));

    [Fact]
    public async Task A_group_with_who_owns_it()
    {
        var group = (await (await AsAsync("alan")).GetAsync(
            "/v1.0/groups" + ApiClient.Where("displayName eq 'Database operators'") + "&$expand=owners($select=displayName)&$top=1"))!;

        shape.Naming((string?)group["value"]![0]!["id"], "group").Naming((string?)group["value"]![0]!["owners"]![0]!["id"], "barbara")
            .Is("group-expanded", group);
    }

    [Fact]
    public async Task An_entry_of_the_record()
    {
        var (ada, alan) = (await AsAsync("ada"), await AsAsync("alan"));
        var asked = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("User Administrator"));
        var entries = await ada.GetAsync("/v1.0/auditLogs/directoryAudits" + ApiClient.Where(
            $"correlationId eq '{asked["id"]}' and activityDisplayName eq 'Add member to role requested (PIM activation)'"));

        shape.Naming((string?)entries["value"]![0]!["id"], "entry").Naming((string?)asked["id"], "request").Naming(alan.Id, "alan")
            .Is("audit-entry", entries);
    }

    private Task<ApiClient> AsAsync(string name) => ApiClient.OfAsync(server, name);
}
