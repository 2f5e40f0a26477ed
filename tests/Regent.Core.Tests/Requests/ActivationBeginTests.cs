using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Testing;
using static Regent.Core.Tests.Policies.Asking;
using static Regent.Core.Tests.Requests.Steps;

namespace Regent.Core.Tests.Requests;

public sealed class ActivationBeginTests
{
    private static readonly DateTimeOffset Start = Now.AddDays(1);

    [Fact]
    public void A_planned_activation_begins_at_its_start()
    {
        var (request, schedule) = Planned();

        var change = Activation.Begin(request, schedule, Facts.At(Start))!;

        Assert.Equal((RequestStatus.Provisioned, Start), (change.Request.Status, change.Request.CompletedAt));
        Assert.Equal([RequestEventKind.Completed], change.Kinds());
        Assert.Null(change.Events[0].Actor);
        Assert.Null(change.Ended);
        Assert.Null(change.Added);
    }

    [Fact]
    public void Before_its_start_it_does_not_begin()
    {
        var (request, schedule) = Planned();

        Assert.Null(Activation.Begin(request, schedule, Facts.At(Start.AddTicks(-1))));
    }

    [Fact]
    public void What_is_not_granted_does_not_begin()
    {
        var (request, schedule) = Planned();
        var begun = Activation.Begin(request, schedule, Facts.At(Start))!.Request;
        var cancelled = request.Cancel(Alan, schedule, Now).Done();

        Assert.Null(Activation.Begin(begun, schedule, Facts.At(Start)));
        Assert.Null(Activation.Begin(cancelled.Request, cancelled.Ended!, Facts.At(Start)));
    }

    [Fact]
    public void What_it_rests_on_is_judged_again_at_its_start()
    {
        (ActivationFacts Facts, string Words)[] changed =
        [
            (Facts with { Eligibilities = [] }, "eligibility"),
            (Facts with { Assignments = [Make.Assignment(Alan, Role, Now)] }, "held"),
            (With(new ActivationSettings { RequiresMfa = true }), "second factor"),
            (With(new ActivationSettings { MaximumDuration = TimeSpan.FromHours(1) }), "at most 1 h"),
        ];

        Assert.All(changed, one =>
        {
            var (request, schedule) = Planned();

            var change = Activation.Begin(request, schedule, one.Facts.At(Start))!;

            Assert.Equal((RequestStatus.Failed, Start), (change.Request.Status, change.Request.CompletedAt));
            Assert.Equal([RequestEventKind.Failed], change.Kinds());
            Assert.Contains(one.Words, change.Events[0].Reason, StringComparison.Ordinal);
            Assert.False(change.Ended!.IsInForceAt(Start) || change.Ended.IsOpenAt(Start));
        });
    }

    [Fact]
    public void An_approved_activation_begins_although_its_role_demands_approval()
    {
        var granted = Decided(Pending(Ask with { Start = Start }), Yes(Now.AddHours(1))).Done();

        var change = Activation.Begin(granted.Request, granted.Added!, WithApproval.At(Start))!;

        Assert.Equal(RequestStatus.Provisioned, change.Request.Status);
    }

    [Fact]
    public void An_approved_activation_begins_although_its_approvers_are_gone()
    {
        var named = With(new ActivationSettings { RequiresApproval = true, Approvers = [Grace] });
        var granted = Decided(Pending(Ask with { Start = Start }), Yes(Now.AddHours(1)), named).Done();

        var change = Activation.Begin(granted.Request, granted.Added!, (named with { HasApprover = false }).At(Start))!;

        Assert.Equal(RequestStatus.Provisioned, change.Request.Status);
    }

    [Fact]
    public void What_nobody_approved_does_not_begin_once_its_role_demands_approval()
    {
        var (request, schedule) = Planned();

        var change = Activation.Begin(request, schedule, WithApproval.At(Start))!;

        Assert.Equal(RequestStatus.Failed, change.Request.Status);
        Assert.Contains("approval", change.Events[0].Reason, StringComparison.Ordinal);
        Assert.NotNull(change.Ended);
    }

    [Fact]
    public void An_activation_cut_to_five_minutes_by_its_eligibility_begins_although_the_worker_is_a_second_late()
    {
        var ending = Make.Eligibility(Alan, Role, Now.AddDays(-1), Start.AddMinutes(5));
        var (request, schedule) = Planned(Facts with { Eligibilities = [ending] });

        var change = Activation.Begin(request, schedule, (Facts with { Eligibilities = [ending] }).At(Start.AddSeconds(1)))!;

        Assert.Equal(new Period(Start, Start.AddMinutes(5)), schedule.Period);
        Assert.Equal(RequestStatus.Provisioned, change.Request.Status);
    }

    [Fact]
    public void What_was_over_before_the_worker_came_was_in_force_and_is_recorded_at_its_start()
    {
        var (request, schedule) = Planned();

        var change = Activation.Begin(request, schedule, (Facts with { Eligibilities = [] }).At(Start.AddHours(3)))!;

        Assert.Equal(RequestStatus.Provisioned, change.Request.Status);
        Assert.Equal([RequestEventKind.Completed], change.Kinds());
        Assert.Equal(Start, change.Events[0].At);
        Assert.Null(change.Ended);
    }

    [Fact]
    public void What_its_holder_ended_before_the_worker_came_does_not_begin_again()
    {
        var (request, schedule) = Planned();
        var ended = schedule.End(Start.AddMinutes(10));

        var change = Activation.Begin(request, ended, Facts.At(Start.AddMinutes(11)))!;

        Assert.Equal(RequestStatus.Provisioned, change.Request.Status);
        Assert.Equal(Start, change.Events[0].At);
    }
}
