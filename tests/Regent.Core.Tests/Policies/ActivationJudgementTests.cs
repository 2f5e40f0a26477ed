using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Testing;
using static Regent.Core.Tests.Policies.Asking;

namespace Regent.Core.Tests.Policies;

public sealed class ActivationJudgementTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void An_ask_that_meets_the_settings_is_allowed() =>
        Assert.IsType<Verdict.Allowed>(ActivationJudgement.Judge(Ask, Facts));

    [Fact]
    public void An_ask_for_a_role_that_demands_approval_needs_it() =>
        Assert.IsType<Verdict.NeedsApproval>(ActivationJudgement.Judge(Ask, With(new ActivationSettings { RequiresApproval = true })));

    [Fact]
    public void A_refusal_beats_approval() => Assert.IsType<Verdict.Refused>(
        ActivationJudgement.Judge(Ask with { Justification = null }, With(new ActivationSettings { RequiresApproval = true })));

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var facts = With(new ActivationSettings { RequiresTicket = true, RequiresMfa = true }) with
        {
            Eligibilities = [],
            Assignments = [Make.Assignment(Alan, Role, Now.AddDays(-1))],
            HasOpenRequest = true,
        };
        var ask = For(TimeSpan.FromDays(2)) with { Start = Now.AddDays(366), Justification = " ", Ticket = null };

        Assert.Equal(
            [
                RefusalCode.EligibilityRule, RefusalCode.ExpirationRule, RefusalCode.InvalidRoleAssignmentRequestSchedule,
                RefusalCode.JustificationRule, RefusalCode.MfaRule, RefusalCode.PendingRoleAssignmentRequest,
                RefusalCode.RoleAssignmentExists, RefusalCode.TicketingRule,
            ],
            Failing(ask, facts).OrderBy(code => code.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_leaves_a_sentence_in_the_trace()
    {
        var trace = ActivationJudgement.Judge(Ask, Facts).Trace;

        Assert.True(trace.Count >= 8);
        Assert.All(trace, result => Assert.True(result is { Passed: true, Finding.Remedy: null } && result.Finding.Explanation.EndsWith('.')));
    }

    [Fact]
    public void Without_any_eligibility_nothing_is_activated() =>
        Assert.Equal([RefusalCode.EligibilityRule], Failing(Ask, Facts with { Eligibilities = [] }));

    [Theory]
    [InlineData("00:00:00", null, true)]
    [InlineData("00:00:00.0000001", null, false)]
    [InlineData("-01:00:00", "00:00:00", false)]
    [InlineData("-01:00:00", "01:00:00", true)]
    public void Only_an_eligibility_in_force_now_counts(string start, string? end, bool allowed)
    {
        var eligibility = Make.Eligibility(
            Alan, Role, Now + TimeSpan.Parse(start, null), end is null ? null : Now + TimeSpan.Parse(end, null));

        Assert.Equal(allowed ? [] : [RefusalCode.EligibilityRule], Failing(Ask, Facts with { Eligibilities = [eligibility] }));
    }

    [Fact]
    public void An_eligibility_that_was_taken_away_does_not_count() =>
        Assert.Equal([RefusalCode.EligibilityRule], Failing(Ask, Facts with { Eligibilities = [Eligibility.End(Now)] }));

    [Fact]
    public void An_eligibility_that_begins_later_does_not_count_even_for_a_later_start()
    {
        var tomorrow = Make.Eligibility(Alan, Role, Now.AddDays(1));

        Assert.Equal(
            [RefusalCode.EligibilityRule], Failing(Ask with { Start = Now.AddDays(2) }, Facts with { Eligibilities = [tomorrow] }));
    }

    [Fact]
    public void An_eligibility_that_is_over_at_the_wished_start_does_not_count()
    {
        var untilTonight = Make.Eligibility(Alan, Role, Now.AddDays(-1), Now.AddHours(6));
        var facts = Facts with { Eligibilities = [untilTonight] };

        Assert.Equal([RefusalCode.EligibilityRule], Failing(Ask with { Start = Now.AddHours(6) }, facts));
        Assert.Empty(Failing(Ask with { Start = Now.AddHours(5) }, facts));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void An_eligibility_must_leave_five_minutes(long ticks, bool allowed)
    {
        var ending = Make.Eligibility(Alan, Role, Now.AddDays(-1), Now.AddMinutes(5).AddTicks(ticks));

        Assert.Equal(
            allowed ? [] : [RefusalCode.ExpirationRule], Failing(Ask, Facts with { Eligibilities = [ending] }));
    }

    [Fact]
    public void The_eligibility_that_lasts_longest_is_used()
    {
        var shorter = Make.Eligibility(Alan, Role, Now.AddDays(-1), Now.AddHours(1));
        var longer = Make.Eligibility(Alan, Role, Now.AddDays(-2), Now.AddHours(9));

        Assert.Equal(longer, (Facts with { Eligibilities = [shorter, longer] }).EligibilityAt(Now));
        Assert.Equal(Eligibility, (Facts with { Eligibilities = [longer, Eligibility, shorter] }).EligibilityAt(Now));
    }

    [Theory]
    [InlineData("08:00:00", true)]
    [InlineData("08:01:00", false)]
    [InlineData("08:00:00.0000001", false)]
    [InlineData("00:05:00", true)]
    [InlineData("00:04:59.9999999", false)]
    [InlineData("00:00:00", false)]
    [InlineData("-01:00:00", false)]
    public void A_duration_is_five_minutes_to_the_maximum(string duration, bool allowed) => Assert.Equal(
        allowed ? [] : [RefusalCode.ExpirationRule], Failing(For(TimeSpan.Parse(duration, null)), Facts));

    [Theory]
    [InlineData(30)]
    [InlineData(24 * 60)]
    public void The_maximum_is_that_of_the_role(int minutes)
    {
        var maximum = TimeSpan.FromMinutes(minutes);
        var facts = With(new ActivationSettings { MaximumDuration = maximum });

        Assert.Empty(Failing(For(maximum), facts));
        Assert.Equal([RefusalCode.ExpirationRule], Failing(For(maximum + TimeSpan.FromMinutes(1)), facts));
    }

    [Fact]
    public void An_activation_must_end()
    {
        Assert.Equal([RefusalCode.ExpirationRule], Failing(Ask with { Expiration = null }, Facts));
        Assert.Equal([RefusalCode.ExpirationRule], Failing(Ask with { Expiration = new Expiration.Never() }, Facts));
    }

    [Fact]
    public void An_end_given_as_a_moment_is_measured_from_the_start()
    {
        var untilTen = Ask with { Expiration = new Expiration.AfterDateTime(Now.AddHours(10)) };

        Assert.Equal([RefusalCode.ExpirationRule], Failing(untilTen, Facts));
        Assert.Empty(Failing(untilTen with { Start = Now.AddHours(2) }, Facts));
        Assert.Equal([RefusalCode.ExpirationRule], Failing(untilTen with { Start = Now.AddHours(10) }, Facts));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_start_is_at_most_a_year_ahead(long ticks, bool allowed) => Assert.Equal(
        allowed ? [] : [RefusalCode.InvalidRoleAssignmentRequestSchedule],
        Failing(Ask with { Start = Now + ActivationJudgement.LongestAhead + (Tick * ticks) }, Facts));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    public void A_justification_of_nothing_is_none(string? justification)
    {
        var ask = Ask with { Justification = justification };

        Assert.Equal([RefusalCode.JustificationRule], Failing(ask, Facts));
        Assert.Empty(Failing(ask, With(new ActivationSettings { RequiresJustification = false })));
    }

    [Theory]
    [InlineData(4000, true)]
    [InlineData(4001, false)]
    public void Texts_have_a_longest(int length, bool allowed)
    {
        var text = new string('x', length);
        var relaxed = With(new ActivationSettings { RequiresJustification = false });

        Assert.Equal(allowed ? [] : [RefusalCode.JustificationRule], Failing(Ask with { Justification = text }, relaxed));
        Assert.Equal(allowed ? [] : [RefusalCode.TicketingRule], Failing(Ask with { Ticket = new Ticket(text, "Desk") }, relaxed));
        Assert.Equal(allowed ? [] : [RefusalCode.TicketingRule], Failing(Ask with { Ticket = new Ticket("INC-1", text) }, relaxed));
    }

    [Fact]
    public void Texts_that_cannot_be_written_down_are_refused()
    {
        Assert.Equal([RefusalCode.JustificationRule], Failing(Ask with { Justification = "a\0b" }, Facts));
        Assert.Equal([RefusalCode.TicketingRule], Failing(Ask with { Ticket = new Ticket("INC\0", "Desk") }, Facts));
        Assert.Equal([RefusalCode.TicketingRule], Failing(Ask with { Ticket = new Ticket("INC-1", "De\ud83dsk") }, Facts));
    }

    [Theory]
    [InlineData("INC-1", "Desk", true)]
    [InlineData("INC-1", null, false)]
    [InlineData("INC-1", " ", false)]
    [InlineData("", "Desk", false)]
    [InlineData(null, null, false)]
    public void A_ticket_is_a_number_and_a_system(string? number, string? system, bool allowed)
    {
        var ask = Ask with { Ticket = new Ticket(number, system) };

        Assert.Equal(allowed ? [] : [RefusalCode.TicketingRule], Failing(ask, With(new ActivationSettings { RequiresTicket = true })));
        Assert.Empty(Failing(ask, Facts));
    }

    [Fact]
    public void No_ticket_at_all_is_refused_only_where_one_is_demanded()
    {
        Assert.Equal(
            [RefusalCode.TicketingRule], Failing(Ask with { Ticket = null }, With(new ActivationSettings { RequiresTicket = true })));
        Assert.Empty(Failing(Ask with { Ticket = null }, Facts));
    }

    [Fact]
    public void A_second_factor_is_demanded_only_where_the_settings_say_so()
    {
        var demanding = With(new ActivationSettings { RequiresMfa = true });

        Assert.Equal([RefusalCode.MfaRule], Failing(Ask, demanding));
        Assert.Empty(Failing(Ask, demanding with { HasFreshMfa = true }));
        Assert.Empty(Failing(Ask, Facts));
    }

    [Fact]
    public void What_is_held_or_planned_cannot_be_activated_on_top()
    {
        Schedule[] held =
        [
            Make.Assignment(Alan, Role, Now.AddDays(-1)),
            Make.Assignment(Alan, Role, Now.AddDays(-1), Now.Add(Tick)),
            Make.Activation(Eligibility, Alan, Now.AddHours(-1), Now.AddHours(1)),
            Make.Activation(Eligibility, Alan, Now.AddDays(3), Now.AddDays(3).AddHours(1)),
        ];

        Assert.All(held, one => Assert.Equal([RefusalCode.RoleAssignmentExists], Failing(Ask, Facts with { Assignments = [one] })));
    }

    [Fact]
    public void What_is_over_does_not_stand_in_the_way()
    {
        Schedule[] over =
        [
            Make.Activation(Eligibility, Alan, Now.AddHours(-2), Now),
            Make.Activation(Eligibility, Alan, Now.AddHours(-2), Now.AddHours(2)).End(Now),
            Make.Activation(Eligibility, Alan, Now.AddHours(2), Now.AddHours(4)).End(Now.AddHours(-1)),
        ];

        Assert.Empty(Failing(Ask, Facts with { Assignments = over }));
    }

    [Fact]
    public void No_second_request_waits_beside_the_first() =>
        Assert.Equal([RefusalCode.PendingRoleAssignmentRequest], Failing(Ask, Facts with { HasOpenRequest = true }));

    [Fact]
    public void An_ask_nobody_else_could_approve_is_refused_instead_of_waiting_a_day()
    {
        var named = With(new ActivationSettings { RequiresApproval = true, Approvers = [Alan] });

        Assert.Equal([RefusalCode.InvalidPolicy], Failing(Ask, named with { HasApprover = false }));
        Assert.Empty(Failing(Ask, named with { HasApprover = true }));
    }

    [Fact]
    public void Where_no_approver_is_named_an_administrator_may_still_become_active()
    {
        var unnamed = With(new ActivationSettings { RequiresApproval = true }) with { HasApprover = false };

        Assert.Empty(Failing(Ask, unnamed));
        Assert.Empty(Failing(Ask, With(new ActivationSettings { Approvers = [Alan] }) with { HasApprover = false }));
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    public void A_start_in_the_past_is_now(int wished, int begun)
    {
        var (period, _) = ActivationJudgement.Grant(Ask with { Start = Now.AddMinutes(wished) }, Facts, TimeSpan.FromHours(2));

        Assert.Equal(new Period(Now.AddMinutes(begun), Now.AddMinutes(begun).AddHours(2)), period);
    }

    [Fact]
    public void What_is_granted_ends_with_the_eligibility_at_the_latest()
    {
        var until = Now.AddHours(1);
        var eligibility = Make.Eligibility(Alan, Role, Now.AddDays(-1), until);

        var (period, used) = ActivationJudgement.Grant(Ask, Facts with { Eligibilities = [eligibility] }, TimeSpan.FromHours(2));

        Assert.Equal(new Period(Now, until), period);
        Assert.Equal(eligibility, used);
    }

    [Fact]
    public void Nothing_is_granted_without_an_eligibility() => Assert.Throws<InvalidOperationException>(
        () => ActivationJudgement.Grant(Ask, Facts with { Eligibilities = [] }, TimeSpan.FromHours(2)));
}
