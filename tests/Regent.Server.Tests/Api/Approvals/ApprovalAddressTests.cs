using Regent.Server.Tests.Api.Policies;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Approvals;

/// <summary>An approval and its one step, by whichever of its names, are at all addresses of both versions.</summary>
public sealed class ApprovalAddressTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData($"/v1.0{ApprovalClient.OfGroups}", "stages")]
    [InlineData($"/v1.0{ApprovalClient.OfGroups}", "steps")]
    [InlineData($"/beta{ApprovalClient.OfGroups}", "steps")]
    [InlineData($"/beta{ApprovalClient.OfGroups}", "stages")]
    [InlineData(ApiClient.Approvals, "steps")]
    [InlineData(ApiClient.Approvals, "stages")]
    public async Task Each_is_listed_counted_and_shown(string set, string steps)
    {
        var (ada, approver) = (await ApiClient.OfAsync(server, "ada"), await ApiClient.OfAsync(server, set == ApiClient.Approvals ? "grace" : "barbara"));
        if (set != ApiClient.Approvals && (await approver.ListAsync($"{set}/{ApprovalClient.ToDecide}")).Count == 0)
        {
            await server.AskToJoinAsync("alan", await ada.GroupAsync("Database operators"));
        }

        var approval = (await approver.ListAsync($"{set}/{ApprovalClient.ToDecide}"))[0]!;
        var address = $"{set}/{approval["id"]}";

        Assert.Contains(await ada.ListAsync(set), one => one!["id"]!.ToString() == approval["id"]!.ToString());
        Assert.Equal($"{(await ada.ListAsync(set)).Count}", await ada.TextAsync($"{set}/$count"));
        Assert.Equal("1", await approver.TextAsync($"{address}/{steps}/$count"));
        var step = Assert.Single(await approver.ListAsync($"{address}/{steps}"))!;
        Assert.Equal(step["id"]!.ToString(), (await approver.GetAsync($"{address}/{steps}/{step["id"]}"))["id"]!.ToString());
        Assert.Equal(approval["id"]!.ToString(), (await approver.GetAsync(address))["id"]!.ToString());
    }
}
