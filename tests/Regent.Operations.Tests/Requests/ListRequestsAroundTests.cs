using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

/// <summary>Who sees which requests about resource roles around a place, and their approvals.</summary>
public sealed class ListRequestsAroundTests : IDisposable
{
    private readonly Office office = new();
    private readonly Estate estate;
    private readonly ScheduleRequest waiting;

    public ListRequestsAroundTests()
    {
        estate = new Estate(office);
        estate.Assign(office.Barbara, ResourceRoles.Owner, estate.Shop);
        office.World.Set(ResourceRoles.Contributor, estate.Web, new ActivationSettings { RequiresApproval = true, Approvers = [office.Grace.Id] });
        waiting = office.World.Add(Make.Pending(office.Alan.Id, ResourceRoles.Contributor, office.Now) with { Scope = estate.Web });
        office.World.Add(Make.Pending(office.Alan.Id, office.Role, office.Now));
    }

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_sees_the_place_sees_its_requests_and_no_others()
    {
        Assert.Equal([waiting.Id], await SeenAsync(office.Barbara, new RequestsAroundAsk(estate.Shop)));
        Assert.Equal([waiting.Id], await SeenAsync(office.Barbara, new RequestsAroundAsk(Scope.Tenant)));
        Assert.Empty(await SeenAsync(office.Barbara, new RequestsAroundAsk(estate.Shop) { AndBelow = false }));
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await ListAsync(office.Alan, new RequestsAroundAsk(estate.Shop))).Code());
    }

    [Fact]
    public async Task Everybody_sees_what_they_asked_and_what_waits_for_them()
    {
        Assert.Equal([waiting.Id], await SeenAsync(office.Alan, new RequestsAroundAsk(Scope.Tenant) { AsTarget = true }));
        Assert.Equal([waiting.Id], await SeenAsync(office.Alan, new RequestsAroundAsk(estate.Web) { AsRequestor = true }));
        Assert.Equal([waiting.Id], await SeenAsync(office.Alan, new RequestsAroundAsk(estate.Web) { AssignedTo = office.Alan.Id }));
        Assert.Equal([waiting.Id], await SeenAsync(office.Grace, new RequestsAroundAsk(Scope.Tenant) { AsApprover = true }));
        Assert.Empty(await SeenAsync(office.Alan, new RequestsAroundAsk(Scope.Tenant) { AsApprover = true }));
        Assert.Empty(await SeenAsync(office.Alan, new RequestsAroundAsk(estate.Lab) { AsTarget = true }));
        Assert.Empty(await SeenAsync(office.Alan, new RequestsAroundAsk(Scope.Tenant) { AsTarget = true, AssignedTo = office.Barbara.Id }));
    }

    [Fact]
    public async Task An_approval_is_shown_to_those_who_decide_as_theirs_and_to_the_asker_as_not()
    {
        var (ask, mine) = (new RequestsAroundAsk(Scope.Tenant), await OneAsync(office.Grace, new RequestsAroundAsk(Scope.Tenant) { AsApprover = true }));

        Assert.True(mine.IsMine);
        Assert.False((await OneAsync(office.Alan, ask with { AsTarget = true })).IsMine);
        Assert.Equal(RefusalCode.RoleAssignmentRequestNotFound, (await office.The<GetApproval>().ExecuteAsync(
            office.As(office.World.AddUser("Ken Thompson")), waiting.Id, Office.Ct)).Code());
    }

    private async Task<RequestApproval> OneAsync(Principal who, RequestsAroundAsk ask) => Assert.Single(
        (await office.The<ListApprovals>().ExecuteAsync(office.As(who), ask, new RequestQuery(), new PageAsk(), Office.Ct)).Done().Items);

    private async Task<IEnumerable<RequestId>> SeenAsync(Principal who, RequestsAroundAsk ask) =>
        (await ListAsync(who, ask)).Done().Items.Select(listing => listing.Request.Id);

    private Task<Outcome<Page<RequestListing>>> ListAsync(Principal who, RequestsAroundAsk ask) =>
        office.The<ListRequestsAround>().ExecuteAsync(office.As(who), ask, new RequestQuery(), new PageAsk(), Office.Ct);
}
