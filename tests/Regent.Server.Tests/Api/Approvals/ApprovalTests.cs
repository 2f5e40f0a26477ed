using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Api.Policies;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Approvals;

public sealed class ApprovalTests : IAsyncLifetime
{
    private readonly SampleServer server = new();
    private ApiClient alan = null!;
    private ApiClient barbara = null!;
    private ApiClient katherine = null!;

    public async ValueTask InitializeAsync()
    {
        alan = await ApiClient.OfAsync(server, "alan");
        barbara = await ApiClient.OfAsync(server, "barbara");
        katherine = await ApiClient.OfAsync(server, "katherine");
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("/v1.0", "stages", "steps")]
    [InlineData("/beta", "steps", "stages")]
    public async Task A_group_activation_is_decided_under_either_name(string version, string name, string alias)
    {
        var approvals = version + ApprovalClient.OfGroups;
        var (approved, denied) = (await AskAsync(alan), await AskAsync(katherine));

        var open = await barbara.GetAsync($"{approvals}/{approved}");
        Assert.Equal(["@odata.context", "id", name], open.Select(member => member.Key));
        Assert.EndsWith($"{version}/$metadata#{ApprovalClient.OfGroups[1..]}/$entity", (string)open["@odata.context"]!, StringComparison.Ordinal);
        var step = Assert.Single(open[name]!.AsArray())!;
        Assert.Equal((approved, "InProgress", "NotReviewed", true), Told(step));
        Assert.Null(step["reviewedBy"]);

        await barbara.PatchAsync($"{approvals}/{approved}/{name}/{approved}", """{"reviewResult":"Approve","justification":"On call."}""");
        await barbara.PatchAsync($"{approvals}/{denied}/{alias}/{denied}", """{"@odata.type":"#microsoft.graph.approvalStage","reviewResult":"deny","justification":"Not today."}""");

        var done = Assert.Single(await alan.ListAsync($"{approvals}/{approved}/{name}"))!;
        Assert.Equal((approved, "Completed", "Approve", false), Told(done));
        Assert.Equal((barbara.Id, "On call."), ((string?)done["reviewedBy"]!["id"], (string?)done["justification"]));
        Assert.Equal((denied, "Completed", "Deny", false), Told(await barbara.GetAsync($"{approvals}/{denied}/{alias}/{denied}")));
        Assert.Equal("1", await alan.TextAsync($"{approvals}/{approved}/{alias}/$count"));
    }

    [Fact]
    public async Task Approvals_of_groups_and_of_roles_are_kept_apart()
    {
        var inGroup = await AskAsync(alan);
        var ofRole = (string)(await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("Billing Administrator")))["id"]!;

        Assert.Equal([inGroup], await IdsAsync(barbara, $"/v1.0{ApprovalClient.OfGroups}/{ApprovalClient.ToDecide}"));
        Assert.Contains(ofRole, await IdsAsync(barbara, $"{ApiClient.Approvals}/{ApprovalClient.ToDecide}"));
        await barbara.GetAsync($"{ApiClient.Approvals}/{inGroup}", HttpStatusCode.NotFound);
        await barbara.GetAsync($"/beta{ApprovalClient.OfGroups}/{ofRole}", HttpStatusCode.NotFound);
        await barbara.DecideAsync(inGroup, "Approve", "As a role.", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Lists_are_about_whom_the_address_says()
    {
        var ada = await ApiClient.OfAsync(server, "ada");
        var first = await AskAsync(alan);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await AskAsync(katherine);
        var all = $"/v1.0{ApprovalClient.OfGroups}";

        Assert.Equal([second, first], await IdsAsync(ada, all));
        Assert.Equal("2", await ada.TextAsync($"{all}/$count"));
        Assert.Equal([second, first], await IdsAsync(barbara, $"{all}/{ApprovalClient.ToDecide}"));
        Assert.Equal([first], await IdsAsync(alan, $"{all}/filterByCurrentUser(on='target')"));
        Assert.Equal([second], await IdsAsync(katherine, $"{all}/filterByCurrentUser(on='CreatedBy')"));
        Assert.Empty(await IdsAsync(alan, $"{all}/{ApprovalClient.ToDecide}"));
        var page = await ada.GetAsync($"{all}?$top=1&$count=true&$expand=stages");
        Assert.Equal((2, 1), ((int)page["@odata.count"]!, page["value"]!.AsArray().Count));
        Assert.Equal([first], await IdsAsync(ada, (string)page["@odata.nextLink"]!));
        Assert.Equal(["id"], (await ada.ListAsync($"{all}?$select=id"))[0]!.AsObject().Select(member => member.Key));
        Assert.Empty(await ada.ListAsync($"{all}/{first}/stages?$skip=1"));
        foreach (var wrong in new[] { "/filterByCurrentUser(on='principal')", "/filterByCurrentUser(on='unknownFutureValue')", "?$orderby=id", ApiClient.Where($"id eq '{first}'") })
        {
            await ada.GetAsync(all + wrong, HttpStatusCode.BadRequest);
        }

        await alan.GetAsync(all, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_nobody_answered_in_time_has_expired()
    {
        var id = await AskAsync(alan);
        server.Clock.Advance(TimeSpan.FromHours(25));
        await Eventually.TrueAsync(
            async () => (string?)(await alan.GetAsync($"/v1.0{ApprovalClient.OfGroups}/{id}"))["stages"]![0]!["status"] == "Expired",
            "the approval has expired");

        Assert.Equal("Conflict", ApiClient.Code(await DecideAsync(barbara, id, "Approve", "Late.", HttpStatusCode.Conflict)));
    }

    [Fact]
    public async Task An_extension_of_a_running_activation_waits_like_the_activation()
    {
        var id = await AskAsync(alan);
        await DecideAsync(barbara, id, "Approve", "On call.");
        server.Clock.Advance(TimeSpan.FromHours(1));

        var extension = await server.AskToExtendAsync("alan", await GroupAsync());

        Assert.Equal([extension], await IdsAsync(barbara, $"/v1.0{ApprovalClient.OfGroups}/{ApprovalClient.ToDecide}"));
        await DecideAsync(barbara, extension, "Approve", "Go on.");
        Assert.Equal([extension, id], await IdsAsync(alan, $"/v1.0{ApprovalClient.OfGroups}/filterByCurrentUser(on='target')"));
    }

    [Theory]
    [InlineData("""{"reviewResult":"Perhaps","justification":"So."}""", "Request_BadRequest")]
    [InlineData("""{"justification":"So."}""", "Request_BadRequest")]
    [InlineData("""{"reviewResult":"NotReviewed","justification":"So."}""", "Request_BadRequest")]
    [InlineData("""{"reviewResult":7}""", "Request_BadRequest")]
    [InlineData("""{"reviewResult":"Approve"}""", "RoleAssignmentRequestPolicyValidationFailed")]
    [InlineData("""{"reviewResult":"Deny","justification":" "}""", "RoleAssignmentRequestPolicyValidationFailed")]
    public async Task An_answer_that_is_none_changes_nothing(string body, string code)
    {
        var id = await AskAsync(alan);

        Assert.Equal(code, ApiClient.Code(await barbara.PatchAsync($"/v1.0{ApprovalClient.OfGroups}/{id}/stages/{id}", body, HttpStatusCode.BadRequest)));

        Assert.Equal((id, "InProgress", "NotReviewed", true), Told(await barbara.GetAsync($"/v1.0{ApprovalClient.OfGroups}/{id}/stages/{id}")));
    }

    [Fact]
    public async Task Only_approvers_decide_once_and_never_their_own()
    {
        var ada = await ApiClient.OfAsync(server, "ada");
        var group = await GroupAsync();
        var policy = (string)(await ada.ListAsync(PolicyClient.Policies + ApiClient.Where(PolicyClient.OfGroup(group))))[0]!["id"]!;
        await ada.ChangeAsync(policy, "Approval_EndUser_Assignment", $$"""
            "setting":{"approvalStages":[{"primaryApprovers":[{"userId":"{{alan.Id}}"},{"userId":"{{barbara.Id}}"},{"userId":"{{ada.Id}}"}]}]}
            """);
        var id = await AskAsync(alan);

        Assert.Equal("Authorization_RequestDenied", ApiClient.Code(await DecideAsync(alan, id, "Approve", "Mine.", HttpStatusCode.Forbidden)));
        Assert.False((bool)(await alan.GetAsync($"/v1.0{ApprovalClient.OfGroups}/{id}"))["stages"]![0]!["assignedToMe"]!);
        Assert.Equal("Authorization_RequestDenied", ApiClient.Code(await DecideAsync(katherine, id, "Deny", "Why not.", HttpStatusCode.Forbidden)));
        await katherine.GetAsync($"/v1.0{ApprovalClient.OfGroups}/{id}", HttpStatusCode.NotFound);
        await DecideAsync(barbara, id, "Approve", "On call.");
        var second = await DecideAsync(ada, id, "Deny", "No.", HttpStatusCode.Conflict);
        Assert.Equal(("Conflict", true), (ApiClient.Code(second), ApiClient.Message(second).Contains("Barbara Liskov", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var id = await AskAsync(alan);

        await barbara.GetAsync($"/v1.0{ApprovalClient.OfGroups}/{barbara.Id}", HttpStatusCode.NotFound);
        await barbara.GetAsync($"/v1.0{ApprovalClient.OfGroups}/{id}/stages/{barbara.Id}", HttpStatusCode.NotFound);
        await barbara.GetAsync($"/v1.0{ApprovalClient.OfGroups}/nothing/stages", HttpStatusCode.NotFound);
        await DecideAsync(barbara, barbara.Id, "Approve", "So.", HttpStatusCode.NotFound);
        await barbara.GetAsync($"/v1.0/roleManagement/directory/roleAssignmentApprovals/{id}", HttpStatusCode.NotFound);
    }

    private static (string?, string?, string?, bool) Told(JsonNode step) =>
        ((string?)step["id"], (string?)step["status"], (string?)step["reviewResult"], (bool)step["assignedToMe"]!);

    private static async Task<IEnumerable<string>> IdsAsync(ApiClient who, string path) =>
        (await who.ListAsync(path)).Select(approval => (string)approval!["id"]!);

    private static Task<JsonObject> DecideAsync(
        ApiClient who, string id, string result, string why, HttpStatusCode status = HttpStatusCode.NoContent) =>
        who.PatchAsync($"/v1.0{ApprovalClient.OfGroups}/{id}/stages/{id}", $$"""{"reviewResult":"{{result}}","justification":"{{why}}"}""", status);

    private Task<string> GroupAsync() => alan.GroupAsync("Database operators");

    private async Task<string> AskAsync(ApiClient who) => await server.AskToJoinAsync(who == alan ? "alan" : "katherine", await GroupAsync());
}
