using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Core.Tests.Policies;

public sealed class AssignmentJudgementTests
{
    private static readonly DateTimeOffset Now = Make.Noon;
    private static readonly Principal Alan = Make.User("Alan Turing");
    private static readonly RoleDefinitionId Role = Make.Role("Billing Administrator").Id;

    private static readonly AssignmentAsk Active = new(ScheduleKind.Assignment, Alan.Id, Role, Scope.Tenant)
    {
        Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(1)),
        Justification = "Covers for Ada.",
    };

    private static readonly AssignmentAsk Eligible = Active with { Kind = ScheduleKind.Eligibility };

    private static readonly AssignmentFacts Facts =
        new(Now, RolePolicy.Default(Role, Scope.Tenant), Alan, Present: [], HasFreshMfa: false);

    [Fact]
    public void An_administrator_needs_no_approval()
    {
        var strict = Facts with { Policy = Facts.Policy with { Activation = new ActivationSettings { RequiresApproval = true } } };

        Assert.IsType<Verdict.Allowed>(AssignmentJudgement.Judge(Active, strict));
        Assert.IsType<Verdict.Allowed>(AssignmentJudgement.Judge(Eligible, strict));
    }

    [Fact]
    public void Nobody_unknown_or_disabled_is_given_anything()
    {
        Assert.Equal([RefusalCode.SubjectNotFound], Failing(Active, Facts with { Principal = null }));
        Assert.Equal([RefusalCode.SubjectNotFound], Failing(Active, Facts with { Principal = Alan with { IsEnabled = false } }));
    }

    [Fact]
    public void A_group_that_others_than_administrators_manage_holds_no_directory_role()
    {
        var facts = Facts with { Principal = Alan with { Kind = PrincipalKind.Group } };

        Assert.Equal([RefusalCode.SubjectNotFound], Failing(Eligible, facts));
        Assert.Empty(Failing(Eligible with { Scope = Scope.OfGroup(new PrincipalId(Guid.CreateVersion7(Now))) }, facts));
        Assert.Equal([RefusalCode.SubjectNotFound], Failing(Eligible with { Scope = Scope.OfGroup(Eligible.Principal) }, facts));
    }

    [Theory]
    [InlineData(PrincipalKind.User, true, true)]
    [InlineData(PrincipalKind.Group, true, true)]
    [InlineData(PrincipalKind.ServicePrincipal, false, true)]
    public void Service_principals_may_be_active_and_not_eligible(PrincipalKind kind, bool mayBeEligible, bool mayBeActive)
    {
        var facts = Facts with { Principal = Alan with { Kind = kind, IsRoleAssignable = true } };

        Assert.Equal(mayBeEligible ? [] : [RefusalCode.SubjectNotFound], Failing(Eligible, facts));
        Assert.Equal(mayBeActive ? [] : [RefusalCode.SubjectNotFound], Failing(Active, facts));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void An_active_assignment_demands_a_justification_and_an_eligible_one_does_not(string? text)
    {
        Assert.Equal([RefusalCode.JustificationRule], Failing(Active with { Justification = text }, Facts));
        Assert.Empty(Failing(Eligible with { Justification = text }, Facts));
    }

    [Theory]
    [InlineData(4000, true)]
    [InlineData(4001, false)]
    public void A_justification_has_a_longest_for_both(int length, bool allowed)
    {
        var text = new string('x', length);

        Assert.Equal(allowed ? [] : [RefusalCode.JustificationRule], Failing(Active with { Justification = text }, Facts));
        Assert.Equal(allowed ? [] : [RefusalCode.JustificationRule], Failing(Eligible with { Justification = text }, Facts));
    }

    [Fact]
    public void A_second_factor_is_demanded_of_the_administrator_where_the_settings_say_so()
    {
        var strict = Facts with { Policy = Facts.Policy with { Assignment = Facts.Policy.Assignment with { RequiresMfa = true } } };

        Assert.Equal([RefusalCode.MfaRule], Failing(Active, strict));
        Assert.Empty(Failing(Active, strict with { HasFreshMfa = true }));
        Assert.Empty(Failing(Eligible, strict));
    }

    [Fact]
    public void An_end_that_was_not_said_is_permanent_where_that_is_allowed()
    {
        Assert.Empty(Failing(Active with { Expiration = null }, Facts));
        Assert.Null((Active with { Expiration = null }).PeriodAt(Now).End);
    }

    [Fact]
    public void Permanent_is_refused_where_it_is_not_allowed()
    {
        Assert.Equal([RefusalCode.ExpirationRule], Failing(Active with { Expiration = new Expiration.Never() }, Bounded));
        Assert.Equal([RefusalCode.ExpirationRule], Failing(Active with { Expiration = null }, Bounded));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_bounded_assignment_lasts_at_most_its_maximum(long ticks, bool allowed)
    {
        var ask = Active with { Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(15) + TimeSpan.FromTicks(ticks)) };

        Assert.Equal(allowed ? [] : [RefusalCode.ExpirationRule], Failing(ask, Bounded));
        Assert.Empty(Failing(ask, Facts));
    }

    [Theory]
    [InlineData("00:05:00", true)]
    [InlineData("00:04:59.9999999", false)]
    [InlineData("00:00:00", false)]
    [InlineData("-10675199.02:48:05.4775808", false)]
    public void The_shortest_is_five_minutes(string duration, bool allowed) => Assert.Equal(
        allowed ? [] : [RefusalCode.ExpirationRule],
        Failing(Active with { Expiration = new Expiration.AfterDuration(TimeSpan.Parse(duration, null)) }, Facts));

    [Fact]
    public void An_end_comes_after_its_start()
    {
        var ask = Active with { Start = Now.AddDays(2), Expiration = new Expiration.AfterDateTime(Now.AddDays(1)) };

        Assert.Equal([RefusalCode.ExpirationRule], Failing(ask, Facts));
    }

    [Fact]
    public void A_start_in_the_past_is_now() =>
        Assert.Equal(new Period(Now, Now.AddDays(1)), (Active with { Start = Now.AddDays(-3) }).PeriodAt(Now));

    [Fact]
    public void The_same_is_not_given_twice()
    {
        Assert.Equal(
            [RefusalCode.RoleAssignmentExists], Failing(Active, Facts with { Present = [Make.Assignment(Alan.Id, Role, Now.AddDays(-1))] }));
        Assert.Equal(
            [RefusalCode.RoleAssignmentExists], Failing(Active, Facts with { Present = [Make.Assignment(Alan.Id, Role, Now.AddDays(9))] }));
        Assert.Equal(
            [RefusalCode.RoleAssignmentExists],
            Failing(Eligible, Facts with { Present = [Make.Eligibility(Alan.Id, Role, Now.AddDays(-1))] }));
        Assert.Empty(Failing(Active, Facts with { Present = [Make.Assignment(Alan.Id, Role, Now.AddDays(-1), Now)] }));
    }

    [Fact]
    public void Nothing_is_given_on_top_of_an_activation_that_runs_or_is_planned()
    {
        var eligibility = Make.Eligibility(Alan.Id, Role, Now.AddDays(-1));
        var running = Make.Activation(eligibility, Alan.Id, Now.AddHours(-1), Now.AddHours(1));
        var planned = Make.Activation(eligibility, Alan.Id, Now.AddHours(5), Now.AddHours(6));

        Assert.Equal([RefusalCode.RoleAssignmentExists], Failing(Active, Facts with { Present = [running] }));
        Assert.Equal([RefusalCode.RoleAssignmentExists], Failing(Active, Facts with { Present = [planned] }));
        Assert.Empty(Failing(Active, Facts with { Present = [running.End(Now)] }));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_start_is_at_most_ten_years_ahead(long ticks, bool allowed)
    {
        var ask = Active with { Start = Now + AssignmentJudgement.LongestAhead + TimeSpan.FromTicks(ticks) };

        Assert.Equal(allowed ? [] : [RefusalCode.InvalidRoleAssignmentRequestSchedule], Failing(ask, Facts));
    }

    [Theory]
    [MemberData(nameof(ActivationAskTests.FarMoments), MemberType = typeof(ActivationAskTests))]
    public void No_moment_whatever_is_more_than_a_verdict(DateTimeOffset moment)
    {
        AssignmentJudgement.Judge(Active with { Start = moment }, Bounded);
        AssignmentJudgement.Judge(Active with { Start = moment, Expiration = null }, Facts);
        AssignmentJudgement.Judge(Active with { Expiration = new Expiration.AfterDateTime(moment) }, Bounded);
        Assert.All(
            ActivationAskTests.FarDurations.Select(row => row.Data),
            duration => AssignmentJudgement.Judge(
                Active with { Start = moment, Expiration = new Expiration.AfterDuration(duration) }, Facts));
    }

    [Fact]
    public void A_ticket_is_never_demanded_and_has_a_longest()
    {
        Assert.Empty(Failing(Active with { Ticket = null }, Facts));
        Assert.Empty(Failing(Active with { Ticket = new Ticket("CHG-1", null) }, Facts));
        Assert.Equal([RefusalCode.TicketingRule], Failing(Active with { Ticket = new Ticket(new string('x', 4001), "Desk") }, Facts));
        Assert.Equal([RefusalCode.TicketingRule], Failing(Active with { Ticket = new Ticket("CHG-1", new string('x', 4001)) }, Facts));
    }

    private static AssignmentFacts Bounded => Facts with
    {
        Policy = Facts.Policy with
        {
            Assignment = Facts.Policy.Assignment with { AllowsPermanent = false, MaximumDuration = TimeSpan.FromDays(15) },
        },
    };

    private static IReadOnlyList<RefusalCode> Failing(AssignmentAsk ask, AssignmentFacts facts) =>
        [.. AssignmentJudgement.Judge(ask, facts).Reasons.Select(reason => reason.Code)];
}
