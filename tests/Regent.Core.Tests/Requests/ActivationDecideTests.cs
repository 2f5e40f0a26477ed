using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Testing;
using static Regent.Core.Tests.Policies.Asking;
using static Regent.Core.Tests.Requests.Steps;

namespace Regent.Core.Tests.Requests;

public sealed class ActivationDecideTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void Approved_at_its_start_it_is_in_force_at_once()
    {
        var at = Now.AddMinutes(10);

        var change = Decided(Pending(), Yes(at)).Done();

        Assert.Equal((RequestStatus.Provisioned, at), (change.Request.Status, change.Request.CompletedAt));
        Assert.Equal(Yes(at), change.Request.Approval!.Decision);
        Assert.Equal([RequestEventKind.Approved, RequestEventKind.Completed], change.Kinds());
        Assert.Equal(Grace, change.Events[0].Actor);
        Assert.Equal("Go ahead.", change.Events[0].Reason);
        Assert.Equal(new Period(at, at.AddHours(2)), change.Added!.Period);
        Assert.Equal(change.Added.Id, change.Request.Schedule);
    }

    [Fact]
    public void Approved_after_the_wished_start_the_full_duration_runs_from_the_approval()
    {
        var request = Pending(Ask with { Start = Now.AddHours(1) });

        var change = Decided(request, Yes(Now.AddHours(5))).Done();

        Assert.Equal(new Period(Now.AddHours(5), Now.AddHours(7)), change.Added!.Period);
    }

    [Fact]
    public void Approved_before_the_wished_start_it_is_granted_and_begins_then()
    {
        var request = Pending(Ask with { Start = Now.AddHours(6) });

        var change = Decided(request, Yes(Now.AddHours(5))).Done();

        Assert.Equal(RequestStatus.Granted, change.Request.Status);
        Assert.Equal([RequestEventKind.Approved], change.Kinds());
        Assert.Equal(new Period(Now.AddHours(6), Now.AddHours(8)), change.Added!.Period);
    }

    [Fact]
    public void Approved_late_it_still_ends_with_the_eligibility()
    {
        var ending = Make.Eligibility(Alan, Role, Now.AddDays(-1), Now.AddHours(21));

        var change = Decided(Pending(), Yes(Now.AddHours(20)), WithApproval with { Eligibilities = [ending] }).Done();

        Assert.Equal(new Period(Now.AddHours(20), Now.AddHours(21)), change.Added!.Period);
    }

    [Fact]
    public void Denied_it_is_over_and_makes_nothing()
    {
        var at = Now.AddMinutes(10);

        var change = Decided(Pending(), No(at)).Done();

        Assert.Equal((RequestStatus.Denied, at), (change.Request.Status, change.Request.CompletedAt));
        Assert.Equal(No(at), change.Request.Approval!.Decision);
        Assert.Equal([RequestEventKind.Denied], change.Kinds());
        Assert.Null(change.Added);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Exactly_24_hours_after_the_ask_is_too_late(bool approve)
    {
        var (request, end) = (Pending(), Now.AddHours(24));

        Assert.Equal(RefusalCode.RequestAlreadyDecided, Decided(request, Answer(approve, end)).Code());
        Assert.IsType<Outcome<RequestChange>.Done>(Decided(request, Answer(approve, end - Tick)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_second_answer_comes_too_late(bool approve)
    {
        var approved = Decided(Pending(), Yes(Now)).Done().Request;
        var denied = Decided(Pending(), No(Now)).Done().Request;

        Assert.All(
            [approved, denied],
            request => Assert.Equal(RefusalCode.RequestAlreadyDecided, Decided(request, Answer(approve, Now)).Code()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nobody_decides_on_their_own_request(bool approve) => Assert.Equal(
        RefusalCode.SelfApprovalNotAllowed, Decided(Pending(), Answer(approve, Now) with { By = Alan }).Code());

    [Fact]
    public void Who_asked_for_somebody_else_does_not_decide_either()
    {
        var request = Pending() with { CreatedBy = Grace };

        Assert.Equal(RefusalCode.SelfApprovalNotAllowed, Decided(request, Yes(Now)).Code());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public void An_answer_is_given_with_words(string words)
    {
        Assert.Equal(RefusalCode.JustificationRule, Decided(Pending(), Yes(Now) with { Justification = words }).Code());
        Assert.Equal(RefusalCode.JustificationRule, Decided(Pending(), No(Now) with { Justification = words }).Code());
    }

    [Fact]
    public void The_words_of_an_answer_have_a_longest()
    {
        var longest = No(Now) with { Justification = new string('x', 4000) };

        Assert.IsType<Outcome<RequestChange>.Done>(Decided(Pending(), longest));
        Assert.Equal(RefusalCode.JustificationRule, Decided(Pending(), longest with { Justification = new string('x', 4001) }).Code());
    }

    [Fact]
    public void The_words_of_an_answer_can_be_written_down() =>
        Assert.Equal(RefusalCode.JustificationRule, Decided(Pending(), Yes(Now) with { Justification = "a\0b" }).Code());

    [Fact]
    public void What_was_allowed_when_asked_is_judged_again_when_approved()
    {
        var later = Now.AddHours(1);
        (ActivationFacts Facts, RefusalCode Why)[] changed =
        [
            (WithApproval with { Eligibilities = [] }, RefusalCode.EligibilityRule),
            (WithApproval with { Assignments = [Make.Assignment(Alan, Role, Now)] }, RefusalCode.RoleAssignmentExists),
            (With(new ActivationSettings { RequiresApproval = true, RequiresMfa = true }), RefusalCode.MfaRule),
            (With(new ActivationSettings { RequiresApproval = true, MaximumDuration = TimeSpan.FromHours(1) }), RefusalCode.ExpirationRule),
        ];

        Assert.All(changed, one => Assert.Equal(one.Why, Decided(Pending(), Yes(later), one.Facts).Code()));
    }

    [Fact]
    public void What_can_no_longer_be_approved_can_still_be_denied() => Assert.Equal(
        RequestStatus.Denied,
        Decided(Pending(), No(Now), WithApproval with { Eligibilities = [], HasOpenRequest = true }).Done().Request.Status);

    [Fact]
    public void Approval_that_is_no_longer_demanded_still_grants() =>
        Assert.Equal(RequestStatus.Provisioned, Decided(Pending(), Yes(Now), Facts).Done().Request.Status);

    [Fact]
    public void What_never_waited_is_not_decided()
    {
        var (planned, _) = Planned();

        Assert.Equal(RefusalCode.RequestAlreadyDecided, Decided(planned, Yes(Now)).Code());
        Assert.Equal(RefusalCode.RequestAlreadyDecided, Decided(Submitted(Ask, Facts).Request, Yes(Now)).Code());
    }

    private static Decision Answer(bool approve, DateTimeOffset at) => approve ? Yes(at) : No(at);
}
