using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Testing;
using static Regent.Core.Tests.Policies.Asking;
using static Regent.Core.Tests.Requests.Steps;

namespace Regent.Core.Tests.Requests;

public sealed class RequestNoticesTests
{
    private static readonly PrincipalId Ada = Make.User("Ada Lovelace").Id;
    private static readonly Audience Audience = new(Approvers: [Grace, Ada], Administrators: [Ada, Alan, Grace]);

    [Fact]
    public void All_approvers_are_asked_at_the_moment_of_the_request() => Assert.Equal(
        [new Notice(NoticeKind.ApprovalNeeded, Grace), new Notice(NoticeKind.ApprovalNeeded, Ada)],
        Owed(Submitted(Ask, WithApproval)));

    [Fact]
    public void Who_becomes_active_is_told_and_the_administrators_are() => Assert.Equal(
        [
            new Notice(NoticeKind.Activated, Alan), new Notice(NoticeKind.ActivationAlert, Ada), new Notice(NoticeKind.ActivationAlert, Grace),
        ],
        Owed(Submitted(Ask, Facts)));

    [Fact]
    public void An_approval_that_puts_it_in_force_at_once_is_told_as_such_and_only_once()
    {
        var notices = Owed(Decided(Pending(), Yes(Now)).Done());

        Assert.Equal(NoticeKind.Activated, Assert.Single(notices, notice => notice.Recipient == Alan).Kind);
    }

    [Fact]
    public void An_approval_for_later_is_told_now_and_the_start_then()
    {
        var approved = Decided(Pending(Ask with { Start = Now.AddHours(6) }), Yes(Now)).Done();

        Assert.Equal([new Notice(NoticeKind.Approved, Alan)], Owed(approved));
        Assert.Contains(
            new Notice(NoticeKind.Activated, Alan),
            Owed(Activation.Begin(approved.Request, approved.Added!, WithApproval.At(Now.AddHours(6)))!));
    }

    [Fact]
    public void A_denial_an_expiry_and_a_failure_are_told_to_the_requestor()
    {
        var (planned, schedule) = Planned();
        var failed = Activation.Begin(planned, schedule, (Facts with { Eligibilities = [] }).At(schedule.Period.Start))!;

        Assert.Equal([new Notice(NoticeKind.Denied, Alan)], Owed(Decided(Pending(), No(Now)).Done()));
        Assert.Equal([new Notice(NoticeKind.RequestExpired, Alan)], Owed(Activation.Expire(Pending(), Now.AddDays(1))!));
        Assert.Equal([new Notice(NoticeKind.Failed, Alan)], Owed(failed));
    }

    [Fact]
    public void An_end_is_told_to_the_requestor_once_however_it_came()
    {
        var change = Submitted(Ask, Facts);
        var (request, running, later) = (change.Request, change.Added!, Now.AddHours(1));
        RequestChange[] ends =
        [
            AdministratorAssignment.Expire(request, running, Now.AddHours(2))!,
            Activation.Deactivate(RequestId.At(later), Alan, running, "Done.", later).Done(),
            AdministratorAssignment.Remove(RequestId.At(later), Ada, running, [], "Odd.", later).Done(),
            AdministratorAssignment.EndWithEligibility(request, running, Ada, "Gone.", later),
        ];

        Assert.All(ends, end => Assert.Equal([new Notice(NoticeKind.Ended, Alan)], Owed(end)));
    }

    [Fact]
    public void What_was_planned_and_taken_away_is_not_told_as_having_ended()
    {
        var (request, schedule) = Planned();
        var later = Now.AddHours(1);

        Assert.Equal(
            [new Notice(NoticeKind.Failed, Alan)],
            Owed(AdministratorAssignment.Remove(RequestId.At(later), Ada, schedule, [], "Odd.", later).Done()));
        Assert.Equal(
            [new Notice(NoticeKind.Failed, Alan)], Owed(AdministratorAssignment.EndWithEligibility(request, schedule, Ada, "Gone.", later)));
    }

    [Fact]
    public void Withdrawing_is_told_to_nobody()
    {
        var (planned, schedule) = Planned();

        Assert.Empty(Owed(Pending().Cancel(Alan, planned: null, Now).Done()));
        Assert.Empty(Owed(planned.Cancel(Alan, schedule, Now).Done()));
    }

    [Theory]
    [InlineData(ScheduleKind.Eligibility)]
    [InlineData(ScheduleKind.Assignment)]
    public void What_administrators_give_and_take_is_not_yet_told(ScheduleKind kind)
    {
        var ask = new AssignmentAsk(kind, Alan, Role, Ask.Scope)
        {
            Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(1)),
            Justification = "Joins.",
        };
        var facts = new AssignmentFacts(Now, Facts.Policy, Make.User("Alan Turing") with { Id = Alan }, [], HasFreshMfa: false);
        var given = AdministratorAssignment.Assign(RequestId.At(Now), Grace, ask, facts).Done();

        Assert.Empty(Owed(given));
        Assert.Empty(Owed(AdministratorAssignment.Expire(given.Request, given.Added!, Now.AddDays(1))!));
        Assert.Empty(Owed(AdministratorAssignment.Remove(RequestId.At(Now), Ada, given.Added!, [], "Leaves.", Now.AddHours(1)).Done()));
    }

    private static IReadOnlyList<Notice> Owed(RequestChange change) => RequestNotices.Owed(change, Audience);
}
