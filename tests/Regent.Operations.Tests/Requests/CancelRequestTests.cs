using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class CancelRequestTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_asked_can_withdraw_while_it_waits()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);

        Assert.Equal(RequestStatus.Canceled, (await office.CancelAsync(office.Alan, request)).Done().Status);

        await office.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal("Alan: Add member to role canceled (PIM activation)", office.Record[^1]);
        Assert.Equal(["ApprovalNeeded to Ada", "ApprovalNeeded to Grace"], office.Mails);
        Assert.Empty(office.World.Mailer.Sent);
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task What_was_planned_and_withdrawn_never_begins()
    {
        var request = await office.AskedAsync(office.Alan, Tomorrow());

        (await office.CancelAsync(office.Alan, request)).Done();
        await office.PassAsync(TimeSpan.FromDays(2));

        Assert.False(await office.HoldsAsync(office.Alan));
        Assert.Equal(RequestStatus.Canceled, (await office.NowAsync(request)).Status);
        Assert.Equal(2, office.Record.Count);
        Assert.Empty(office.Mails);
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task After_withdrawing_one_can_ask_again()
    {
        (await office.CancelAsync(office.Alan, await office.AskedAsync(office.Alan, Tomorrow()))).Done();
        Assert.Equal(RequestStatus.Provisioned, (await office.AskedAsync(office.Alan)).Status);
    }

    [Theory]
    [InlineData("Ada")]
    [InlineData("Grace")]
    public async Task An_administrator_can_withdraw_anybodys(string name)
    {
        office.DemandApproval(office.Barbara);
        var request = await office.AskedAsync(office.Alan);

        var by = name == "Ada" ? office.Ada : office.Grace;
        Assert.Equal(RequestStatus.Canceled, (await office.CancelAsync(by, request)).Done().Status);
        Assert.StartsWith(name, office.Record[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_see_it_is_told_so_and_to_everybody_else_it_is_unknown()
    {
        office.DemandApproval(office.Barbara);
        var reader = office.World.AddUser("Edsger Dijkstra");
        office.World.Assign(reader, DirectoryRoles.GlobalReader);
        var request = await office.AskedAsync(office.Alan);

        foreach (var other in new[] { office.Barbara, reader })
        {
            Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await office.CancelAsync(other, request)).Code());
        }

        foreach (var other in new[] { office.World.AddUser("Eve"), office.Disable(office.Ada), office.Disable(reader) })
        {
            Assert.Equal(RefusalCode.RoleAssignmentRequestNotFound, (await office.CancelAsync(other, request)).Code());
        }

        Assert.Equal(RequestStatus.PendingApproval, (await office.NowAsync(request)).Status);
        Assert.Equal(RefusalCode.RoleAssignmentRequestNotFound, (await office.CancelAsync(office.Grace, request with { Id = default })).Code());
    }

    [Fact]
    public async Task What_is_settled_cannot_be_withdrawn()
    {
        office.DemandApproval();
        var denied = await office.AskedAsync(office.Alan);
        await office.DecideAsync(office.Grace, denied, approve: false);
        var expired = await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromDays(1));
        var cancelled = await office.AskedAsync(office.Alan);
        await office.CancelAsync(office.Alan, cancelled);
        office.Demand(settings => settings);
        var running = await office.AskedAsync(office.Alan);

        foreach (var request in new[] { denied, expired, cancelled, running })
        {
            Assert.Equal(RefusalCode.RequestCannotBeCancelled, (await office.CancelAsync(office.Alan, request)).Code());
            Assert.Equal(RefusalCode.RequestCannotBeCancelled, (await office.CancelAsync(office.Ada, request)).Code());
        }
    }

    [Fact]
    public async Task What_has_begun_cannot_be_withdrawn_though_the_worker_is_down()
    {
        var request = await office.AskedAsync(office.Alan, Tomorrow());
        office.Skip(TimeSpan.FromDays(1));
        Assert.Equal(RefusalCode.RequestCannotBeCancelled, (await office.CancelAsync(office.Alan, request)).Code());

        office.Skip(TimeSpan.FromDays(1));
        Assert.Equal(RefusalCode.RequestCannotBeCancelled, (await office.CancelAsync(office.Alan, request)).Code());
    }

    [Theory]
    [InlineData(ScheduleKind.Eligibility)]
    [InlineData(ScheduleKind.Assignment)]
    public async Task What_administrators_planned_is_theirs_to_withdraw_and_not_its_holders(ScheduleKind kind)
    {
        var planned = await PlannedAsync(office.Ada, kind);

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await office.CancelAsync(office.Barbara, planned)).Code());
        Assert.Equal(RequestStatus.Canceled, (await office.CancelAsync(office.Grace, planned)).Done().Status);
        await office.PassAsync(TimeSpan.FromDays(2));
        Assert.False(await office.HoldsAsync(office.Barbara));
        Assert.Contains("canceled (permanent)", office.Record[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_no_longer_administers_withdraws_nothing_that_was_given_then()
    {
        var former = office.World.AddUser("Former");
        office.World.Assign(former, DirectoryRoles.GlobalAdministrator, office.Now.AddHours(1));
        var planned = await PlannedAsync(former, ScheduleKind.Assignment);
        await office.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await office.CancelAsync(former, planned)).Code());
        Assert.Equal(RequestStatus.Granted, (await office.NowAsync(planned)).Status);
    }

    private async Task<ScheduleRequest> PlannedAsync(Principal by, ScheduleKind kind) =>
        (await office.AssignAsync(by, office.Give(office.Barbara, kind) with { Start = office.Now.AddDays(1) })).Done();

    private ActivationAsk Tomorrow() => office.Ask(office.Alan) with { Start = office.Now.AddDays(1) };
}
