using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Testing;
using static Regent.Core.Tests.Policies.Asking;
using static Regent.Core.Tests.Requests.Steps;

namespace Regent.Core.Tests.Requests;

public sealed class ActivationSubmitTests
{
    [Fact]
    public void A_refused_ask_leaves_no_request_and_every_reason()
    {
        var ask = For(TimeSpan.FromDays(2)) with { Justification = "" };

        var outcome = Activation.Submit(RequestId.At(Now), ask, Facts, ActivationJudgement.Judge(ask, Facts));

        Assert.Equal([RefusalCode.ExpirationRule, RefusalCode.JustificationRule], outcome.Codes());
    }

    [Fact]
    public void An_allowed_ask_is_in_force_at_once()
    {
        var change = Submitted(Ask, Facts);

        Assert.Equal(RequestStatus.Provisioned, change.Request.Status);
        Assert.Equal(Now, change.Request.CompletedAt);
        Assert.Null(change.Request.Approval);
        Assert.Equal([RequestEventKind.Asked, RequestEventKind.Completed], change.Kinds());
        Assert.Equal(change.Added!.Id, change.Request.Schedule);
        Assert.Equal(new Period(Now, Now.AddHours(2)), change.Added.Period);
        Assert.True(change.Added.IsInForceAt(Now));
    }

    [Fact]
    public void An_activation_is_an_assignment_of_the_asker_alone_that_names_its_eligibility()
    {
        var group = Make.Group("On-call engineers").Id;
        var ofGroup = Make.Eligibility(group, Role, Now.AddDays(-1));

        var added = Submitted(Ask, Facts with { Eligibilities = [ofGroup] }).Added!;

        Assert.Equal(
            (ScheduleKind.Assignment, AssignmentType.Activated, Alan, Role, Ask.Scope, ofGroup.Id, Now),
            (added.Kind, added.Type, added.Principal, added.Role, added.Scope, added.ActivatedUsing, added.CreatedAt));
    }

    [Fact]
    public void A_request_keeps_what_was_asked_and_under_which_settings()
    {
        var facts = Facts with { HasFreshMfa = true, Policy = Facts.Policy with { Version = 7 } };

        var request = Submitted(Ask with { Start = Now.AddHours(3) }, facts).Request;

        Assert.Equal((RequestAction.SelfActivate, ScheduleKind.Assignment, Alan, Alan), (request.Action, request.Kind, request.Principal, request.CreatedBy));
        Assert.Equal((Now, Now.AddHours(3)), (request.CreatedAt, request.Start));
        Assert.Equal((Ask.Expiration, TimeSpan.FromHours(2)), (request.Expiration, request.Duration));
        Assert.Equal((Ask.Justification, Ask.Ticket), (request.Justification, request.Ticket));
        Assert.Equal((true, 7), (request.Proof.HasFreshMfa, request.PolicyVersion));
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(0)]
    public void A_wished_start_that_is_not_to_come_is_not_kept(int minutes) =>
        Assert.Null(Submitted(Ask with { Start = Now.AddMinutes(minutes) }, Facts).Request.Start);

    [Fact]
    public void A_start_to_come_is_granted_and_not_yet_in_force()
    {
        var (request, schedule) = Planned();

        Assert.Equal(RequestStatus.Granted, request.Status);
        Assert.Null(request.CompletedAt);
        Assert.False(schedule.IsInForceAt(Now));
        Assert.Equal(new Period(Now.AddDays(1), Now.AddDays(1).AddHours(2)), schedule.Period);
        Assert.Equal([RequestEventKind.Asked], Submitted(Ask with { Start = Now.AddDays(1) }, Facts).Kinds());
    }

    [Fact]
    public void Where_approval_is_demanded_the_request_waits_for_a_day()
    {
        var change = Submitted(Ask, WithApproval);

        Assert.Equal(RequestStatus.PendingApproval, change.Request.Status);
        Assert.Equal(new Approval(Now.AddHours(24), Decision: null), change.Request.Approval);
        Assert.Equal([RequestEventKind.Asked, RequestEventKind.ApprovalRequested], change.Kinds());
        Assert.Null(change.Added);
        Assert.Null(change.Request.Schedule);
        Assert.Null(change.Request.CompletedAt);
    }

    [Fact]
    public void An_end_given_as_a_moment_becomes_a_duration_that_outlives_the_wait()
    {
        var request = Pending(Ask with { Expiration = new Expiration.AfterDateTime(Now.AddHours(3)) });

        Assert.Equal(TimeSpan.FromHours(3), request.Duration);
        Assert.Equal(TimeSpan.FromHours(3), request.Ask.DurationAt(Now.AddHours(20)));
    }
}
