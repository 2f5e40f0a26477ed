using System.Net;
using System.Text.Json.Nodes;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Audit;

/// <summary>The record is asked about, by those who may read it.</summary>
public sealed class DirectoryAuditTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Audits = "/v1.0/auditLogs/directoryAudits";
    private const string GlobalReader = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";

    [Fact]
    public async Task The_newest_come_first_and_the_oldest_when_asked()
    {
        var edsger = await AsAsync("edsger");

        var newest = Times(await edsger.ListAsync($"{Audits}?$top=20"));
        var oldest = Times(await edsger.ListAsync($"{Audits}?$top=20&$orderby=activityDateTime"));

        Assert.Equal(newest.OrderDescending(), newest);
        Assert.Equal(oldest.Order(), oldest);
        Assert.True(oldest[^1] < newest[^1]);
        Assert.Equal(newest, Times(await edsger.ListAsync($"{Audits}?$top=20&$orderby=activityDateTime desc")));
    }

    [Theory]
    [InlineData("loggedByService eq 'pim'", "loggedByService", "PIM")]
    [InlineData("loggedByService eq 'Core Directory'", "loggedByService", "Core Directory")]
    [InlineData("category eq 'RoleManagement'", "category", "RoleManagement")]
    [InlineData("category eq 'groupManagement'", "category", "GroupManagement")]
    [InlineData("category eq 'ResourceManagement'", "category", "ResourceManagement")]
    [InlineData("activityDisplayName eq 'update role setting in pim'", "activityDisplayName", "Update role setting in PIM")]
    [InlineData("startswith(activityDisplayName,'Update role setting')", "activityDisplayName", "Update role setting in PIM")]
    [InlineData("result eq 'success'", "result", "success")]
    [InlineData("initiatedBy/user/userPrincipalName eq 'GRACE@regent.example'", "initiatedBy.user.displayName", "Grace Hopper")]
    [InlineData("startswith(initiatedBy/user/userPrincipalName,'grace@')", "initiatedBy.user.displayName", "Grace Hopper")]
    [InlineData("initiatedBy/user/displayName eq 'Grace Hopper'", "initiatedBy.user.userPrincipalName", "grace@regent.example")]
    [InlineData("initiatedBy/user/id eq '{grace}'", "initiatedBy.user.displayName", "Grace Hopper")]
    [InlineData("targetResources/any(t:t/id eq '{role}')", "targetResources.0.displayName", "Global Reader")]
    [InlineData("targetResources/any(t: t/id eq '{role}') and initiatedBy/user/userPrincipalName eq 'ada@regent.example'", "initiatedBy.user.displayName", "Ada Lovelace")]
    [InlineData("activityDateTime ge 2000-01-01T00:00:00Z and activityDateTime le 2100-01-01T00:00:00Z and loggedByService eq 'PIM'", "loggedByService", "PIM")]
    public async Task What_is_found_is_what_was_asked_for(string filter, string member, string value)
    {
        var edsger = await AsAsync("edsger");
        var asked = filter.Replace("{grace}", (await AsAsync("grace")).Id, StringComparison.Ordinal).Replace("{role}", GlobalReader, StringComparison.Ordinal);

        var found = await edsger.ListAsync($"{Audits}{ApiClient.Where(asked)}");

        Assert.NotEmpty(found);
        Assert.All(found, entry => Assert.Equal(value, At(entry!, member)));
        Assert.Equal($"{found.Count}", await edsger.TextAsync($"{Audits}/$count{ApiClient.Where(asked)}"));
        Assert.NotEqual($"{found.Count}", await edsger.TextAsync($"{Audits}/$count{(member == "result" ? ApiClient.Where("result eq 'failure'") : "")}"));
    }

    [Theory]
    [InlineData("category eq 'Nothing'")]
    [InlineData("loggedByService eq 'Nothing'")]
    [InlineData("result eq 'maybe'")]
    [InlineData("activityDisplayName eq 'Nothing'")]
    [InlineData("correlationId eq 'nothing'")]
    [InlineData("targetResources/any(t:t/id eq 'nothing')")]
    [InlineData("initiatedBy/user/userPrincipalName eq 'nobody@regent.example'")]
    [InlineData("initiatedBy/app/displayName eq 'nothing'")]
    [InlineData("activityDateTime lt 2000-01-01T00:00:00Z")]
    public async Task Where_nothing_is_so_nothing_is_found(string filter) =>
        Assert.Empty(await (await AsAsync("edsger")).ListAsync($"{Audits}{ApiClient.Where(filter)}"));

    [Theory]
    [InlineData("?$filter=resultReason eq 'x'", "$filter")]
    [InlineData("?$filter=category ne 'PIM'", "$filter")]
    [InlineData("?$filter=startswith(category,'Role')", "$filter")]
    [InlineData("?$filter=activityDateTime ne 2000-01-01T00:00:00Z", "$filter")]
    [InlineData("?$filter=targetResources/any(t:t/displayName eq 'x')", "$filter")]
    [InlineData("?$orderby=category", "$orderby")]
    [InlineData("?$skip=3", "$skip")]
    [InlineData("?$search=\"displayName:x\"", "$search")]
    public async Task What_cannot_be_answered_is_refused_by_name(string options, string target) => Assert.Equal(
        target, (string?)(await (await AsAsync("edsger")).GetAsync($"{Audits}{options}", HttpStatusCode.BadRequest))["error"]!["target"]);

    [Fact]
    public async Task A_moment_is_found_to_the_microsecond()
    {
        var edsger = await AsAsync("edsger");
        var entry = (await edsger.ListAsync($"{Audits}?$top=1"))[0]!;
        var when = (string)entry["activityDateTime"]!;

        async Task<bool> FindsAsync(string comparison) => (await edsger.ListAsync(
            $"{Audits}{ApiClient.Where($"activityDateTime {comparison} {when}")}&$top=999")).Any(one => (string?)one!["id"] == (string?)entry["id"]);

        Assert.True(await FindsAsync("eq"));
        Assert.True(await FindsAsync("ge"));
        Assert.False(await FindsAsync("gt"));
        Assert.False((await edsger.ListAsync($"{Audits}{ApiClient.Where($"activityDateTime lt {when}")}&$top=1"))[0]!["id"]!.ToString() == (string?)entry["id"]);
        Assert.Equal((string?)entry["id"], (string?)(await edsger.ListAsync($"{Audits}{ApiClient.Where($"activityDateTime le {when}")}&$top=1"))[0]!["id"]);
    }

    [Fact]
    public async Task An_entry_tells_who_did_what_about_whom()
    {
        var (ada, alan) = (await AsAsync("ada"), await AsAsync("alan"));
        var asked = await alan.PostAsync(ApiClient.AssignmentRequests, alan.Activation("User Administrator"));

        var story = await ada.ListAsync($"{Audits}{ApiClient.Where($"correlationId eq '{asked["id"]}'")}");
        var entry = story.Single(one => (string?)one!["activityDisplayName"] == "Add member to role requested (PIM activation)")!;
        var done = story.Single(one => (string?)one!["activityDisplayName"] == "Add member to role completed (PIM activation)")!;

        Assert.Equal(("RoleManagement", "PIM", "success", "Add"), (At(entry, "category"), At(entry, "loggedByService"), At(entry, "result"), At(entry, "operationType")));
        Assert.Null(entry["initiatedBy"]!["app"]);
        Assert.Equal(("Regent", null), (At(done, "initiatedBy.app.displayName"), At(done, "initiatedBy.user")));
        Assert.Equal(alan.Id, At(entry, "initiatedBy.user.id"));
        Assert.Equal(("Role", "User Administrator"), (At(entry, "targetResources.0.type"), At(entry, "targetResources.0.displayName")));
        Assert.Equal(("User", "alan@regent.example"), (At(entry, "targetResources.1.type"), At(entry, "targetResources.1.userPrincipalName")));
        Assert.Contains(entry["additionalDetails"]!.AsArray(), detail => (string?)detail!["key"] == "RequestId" && (string?)detail["value"] == (string?)asked["id"]);
        Assert.Equal((string?)entry["id"], (string?)(await ada.GetAsync($"{Audits}/{entry["id"]}?$select=id,result"))["id"]);
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        var alan = await AsAsync("alan");
        var id = (string)(await (await AsAsync("edsger")).ListAsync($"{Audits}?$top=1"))[0]!["id"]!;

        foreach (var path in new[] { Audits, $"{Audits}/$count", $"{Audits}/{id}", $"{Audits}{ApiClient.Where($"initiatedBy/user/id eq '{alan.Id}'")}" })
        {
            Assert.Equal("Authorization_RequestDenied", ApiClient.Code(await alan.GetAsync(path, HttpStatusCode.Forbidden)));
        }
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var edsger = await AsAsync("edsger");
        foreach (var id in new[] { "x", "00000000-0000-0000-0000-000000000001" })
        {
            Assert.Equal("ResourceNotFound", ApiClient.Code(await edsger.GetAsync($"{Audits}/{id}", HttpStatusCode.NotFound)));
        }
    }

    [Fact]
    public async Task Following_the_links_leads_through_the_whole_record()
    {
        var edsger = await AsAsync("edsger");
        var filter = ApiClient.Where("loggedByService eq 'PIM'");
        var whole = (await edsger.ListAsync($"{Audits}{filter}")).Select(one => (string?)one!["id"]).ToList();
        var walked = new List<string?>();
        for (var link = $"{Audits}{filter}&$top=30&$count=true"; link is not null;)
        {
            var answer = await edsger.GetAsync(link);
            Assert.Equal(whole.Count, (int?)answer["@odata.count"]);
            walked.AddRange(answer["value"]!.AsArray().Select(one => (string?)one!["id"]));
            link = (string?)answer["@odata.nextLink"];
        }

        Assert.Equal(whole, walked);
    }

    private static List<DateTimeOffset> Times(JsonArray entries) => [.. entries.Select(entry => (DateTimeOffset)entry!["activityDateTime"]!)];

    private static string? At(JsonNode entry, string path) => (string?)path.Split('.').Aggregate(
        (JsonNode?)entry, (at, part) => int.TryParse(part, out var number) ? at?[number] : at?[part]);

    private Task<ApiClient> AsAsync(string name) => ApiClient.OfAsync(server, name);
}
