using Microsoft.Graph;
using Microsoft.Graph.Models;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>The record, read as programs that use the official client library read it.</summary>
public sealed class AuditSdkTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_span_of_time_is_walked_through_newest_first()
    {
        var edsger = await server.GraphAsync("edsger");
        var page = await edsger.AuditLogs.DirectoryAudits.GetAsync(request =>
        {
            request.QueryParameters.Filter = "activityDateTime ge 2026-02-20T00:00:00Z and activityDateTime le 2026-03-02T00:00:00Z and category eq 'RoleManagement'";
            request.QueryParameters.Orderby = ["activityDateTime desc"];
            request.QueryParameters.Top = 4;
        }, Ct);
        var seen = new List<DirectoryAudit>();

        await PageIterator<DirectoryAudit, DirectoryAuditCollectionResponse>.CreatePageIterator(edsger, page!, entry =>
        {
            seen.Add(entry);
            return true;
        }).IterateAsync(Ct);

        Assert.True(seen.Count > 4);
        Assert.Equal(seen.Count, seen.Select(entry => entry.Id).Distinct().Count());
        Assert.Equal(seen.Select(entry => entry.ActivityDateTime).OrderDescending(), seen.Select(entry => entry.ActivityDateTime));
        Assert.All(seen, entry => Assert.InRange(entry.ActivityDateTime!.Value, new(2026, 2, 20, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task An_entry_is_found_by_who_did_it_and_by_whom_it_is_about()
    {
        var (edsger, alan) = (await server.GraphAsync("edsger"), (await server.PersonAsync("alan")).Id.ToString());

        var about = await FindAsync(edsger, $"targetResources/any(t:t/id eq '{alan}') and initiatedBy/user/userPrincipalName eq 'barbara@regent.example'");

        var entry = Assert.Single(about, one => one.AdditionalDetails!.Any(detail => detail.Key == "RequestId"));
        Assert.Equal(("PIM", "Barbara Liskov"), (entry.LoggedByService, entry.InitiatedBy!.User!.DisplayName));
        var target = entry.TargetResources!.Single(one => one.Id == alan);
        Assert.Equal(("User", "alan@regent.example"), (target.Type, target.UserPrincipalName));
        Assert.Equal(entry.ActivityDisplayName, (await edsger.AuditLogs.DirectoryAudits[entry.Id].GetAsync(cancellationToken: Ct))!.ActivityDisplayName);
    }

    [Fact]
    public async Task It_is_not_for_everybody() => Assert.Equal(
        "Authorization_RequestDenied",
        await GraphSdk.CodeAsync(async () => await FindAsync(await server.GraphAsync("alan"), "category eq 'RoleManagement'")));

    private static async Task<List<DirectoryAudit>> FindAsync(GraphServiceClient client, string filter) =>
        (await client.AuditLogs.DirectoryAudits.GetAsync(request => request.QueryParameters.Filter = filter, Ct))!.Value!;
}
