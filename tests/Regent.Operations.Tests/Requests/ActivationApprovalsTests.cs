using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class ActivationApprovalsTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task What_needs_no_approver_is_no_approval()
    {
        var granted = await office.AskedAsync(office.Alan);

        Assert.Empty(await ListAsync(office.Ada, RequestList.All));
        Assert.Equal(RefusalCode.RoleAssignmentRequestNotFound, (await GetAsync(office.Ada, granted)).Code());
    }

    [Fact]
    public async Task An_approval_is_the_callers_while_they_may_decide_and_after_they_did()
    {
        office.DemandApproval(office.Barbara, office.Grace);
        var request = await office.AskedAsync(office.Alan);

        Assert.Equal((true, true, false, false), await MineAsync(request, RequestList.All));
        Assert.True(Assert.Single(await ListAsync(office.Barbara, RequestList.ToDecide)).IsMine);

        await office.DecideAsync(office.Barbara, request);
        Assert.Equal((true, false, false, false), await MineAsync(request, RequestList.All));
        var decided = Assert.Single(await ListAsync(office.Ada, RequestList.All));
        Assert.Equal((false, office.Barbara), (decided.IsMine, decided.Reviewer));
        Assert.Empty(await ListAsync(office.Grace, RequestList.ToDecide));
        Assert.True((await GetAsync(office.Barbara, request)).Done().IsMine);
    }

    [Fact]
    public async Task What_nobody_answered_is_nobodys_any_more()
    {
        office.DemandApproval(office.Grace);
        var request = await office.AskedAsync(office.Alan);
        office.Skip(TimeSpan.FromHours(24));

        Assert.False(Assert.Single(await ListAsync(office.Grace, RequestList.All)).IsMine);
        Assert.False((await GetAsync(office.Grace, request)).Done().IsMine);
    }

    [Fact]
    public async Task An_extension_of_a_running_activation_is_an_approval_and_what_administrators_decide_is_none()
    {
        await office.AskedAsync(office.Alan);
        office.DemandApproval(office.Barbara);
        office.Skip(TimeSpan.FromHours(1));
        var extension = (await office.The<ExtendRole>().ExecuteAsync(
            office.As(office.Alan, withMfa: true),
            new AssignmentAsk(Core.Assignments.ScheduleKind.Assignment, office.Alan.Id, office.Role, Scope.Tenant)
            {
                Expiration = new Core.Assignments.Expiration.AfterDuration(TimeSpan.FromHours(3)),
                Justification = "Not done.",
                Ticket = new Ticket("INC-1", "Desk"),
            },
            Office.Ct)).Done();

        Assert.Equal(RequestAction.SelfExtend, Assert.Single(await ListAsync(office.Barbara, RequestList.ToDecide)).Listing.Request.Action);
        Assert.True((await GetAsync(office.Barbara, extension)).Done().IsMine);
    }

    [Fact]
    public async Task Everybodys_are_for_readers()
    {
        office.DemandApproval(office.Barbara);
        await office.AskedAsync(office.Alan);

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await AskAsync(office.Barbara, RequestList.All)).Code());
        Assert.False(Assert.Single(await ListAsync(office.Alan, RequestList.Mine)).IsMine);
    }

    [Fact]
    public async Task A_request_of_another_role_system_is_not_decided_as_one_of_this()
    {
        office.DemandApproval(office.Barbara);
        var request = await office.AskedAsync(office.Alan);
        Task<Outcome<ScheduleRequest>> DecideAsync(RoleSystem system) => office.The<DecideRequest>().ExecuteAsync(
            office.As(office.Barbara), request.Id, system, approve: true, "Go ahead.", Office.Ct);

        Assert.Equal(RefusalCode.RoleAssignmentRequestNotFound, (await DecideAsync(RoleSystem.Groups)).Code());
        Assert.Equal(RequestStatus.Provisioned, (await DecideAsync(RoleSystem.Directory)).Done().Status);
    }

    private Task<Outcome<RequestApproval>> GetAsync(Principal who, ScheduleRequest request) =>
        office.The<GetApproval>().ExecuteAsync(office.As(who), request.Id, Office.Ct);

    private Task<Outcome<Page<RequestApproval>>> AskAsync(Principal who, RequestList list) =>
        office.The<ListActivationApprovals>().ExecuteAsync(office.As(who), list, new RequestQuery(), new PageAsk(), Office.Ct);

    private async Task<IReadOnlyList<RequestApproval>> ListAsync(Principal who, RequestList list) => (await AskAsync(who, list)).Done().Items;

    // Told by the list and by the item, first for an approver, then for an administrator who is none.
    private async Task<(bool, bool, bool, bool)> MineAsync(ScheduleRequest request, RequestList list)
    {
        var (listed, other) = (await ListAsync(office.Grace, list), await ListAsync(office.Ada, list));
        var barbara = (await GetAsync(office.Barbara, request)).Done().IsMine;
        return (barbara, Assert.Single(listed).IsMine, Assert.Single(other).IsMine, (await GetAsync(office.Ada, request)).Done().IsMine);
    }
}
