using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

/// <summary>What waits for somebody: the list, the number beside it, and the right to decide must agree.</summary>
public sealed class ToDecideTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task What_waits_for_somebody_is_what_they_may_decide_on()
    {
        var katherine = office.World.AddUser("Katherine Johnson");
        office.DemandApproval(office.Barbara, office.World.AddGroup("Outer", office.World.AddGroup("Inner", katherine, office.Alan)));
        var request = await office.AskedAsync(office.Alan);

        foreach (var one in new[] { office.Barbara, katherine })
        {
            Assert.Equal([request.Id], await ListedAsync(one));
        }

        foreach (var other in new[] { office.Alan, office.Ada, office.Grace, office.World.AddUser("Eve") })
        {
            Assert.Empty(await ListedAsync(other));
        }
    }

    [Fact]
    public async Task Where_no_approver_is_named_it_waits_for_the_administrators()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);

        Assert.Equal([request.Id], await ListedAsync(office.Ada));
        Assert.Equal([request.Id], await ListedAsync(office.Grace));
        Assert.Empty(await ListedAsync(office.Barbara));
    }

    [Fact]
    public async Task Nothing_waits_for_who_is_disabled()
    {
        office.DemandApproval(office.Barbara, office.World.AddGroup("Approvers", office.Grace));
        await office.AskedAsync(office.Alan);

        Assert.Empty(await ListedAsync(office.Disable(office.Barbara)));
        Assert.Empty(await ListedAsync(office.Disable(office.Grace)));
    }

    [Fact]
    public async Task What_was_decided_waits_for_nobody()
    {
        office.DemandApproval();
        await office.DecideAsync(office.Ada, await office.AskedAsync(office.Alan), approve: false);

        Assert.Empty(await ListedAsync(office.Grace));
    }

    private async Task<IReadOnlyList<RequestId>> ListedAsync(Principal who)
    {
        var listed = (await office.The<ListRequests>().ExecuteAsync(
            office.As(who), RequestList.ToDecide, new RequestQuery(), new PageAsk(), Office.Ct)).Done().Items;
        var overview = await office.The<GetOverview>().ExecuteAsync(office.As(who), Office.Ct);
        Assert.Equal(listed.Count, overview.ToDecideCount);
        return [.. listed.Select(one => one.Request.Id)];
    }
}
