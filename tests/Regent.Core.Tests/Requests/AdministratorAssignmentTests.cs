using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Core.Tests.Requests;

public sealed class AdministratorAssignmentTests
{
    private static readonly DateTimeOffset Now = Make.Noon;
    private static readonly Principal Alan = Make.User("Alan Turing");
    private static readonly PrincipalId Ada = Make.User("Ada Lovelace").Id;
    private static readonly RoleDefinitionId Role = Make.Role("Billing Administrator").Id;

    private static readonly AssignmentFacts Facts =
        new(Now, RolePolicy.Default(Role, Scope.Tenant) with { Version = 3 }, Alan, Present: [], HasFreshMfa: true);

    private static readonly AssignmentAsk Ask = new(ScheduleKind.Eligibility, Alan.Id, Role, Scope.Tenant)
    {
        Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(30)),
        Justification = "Joins the team.",
        Ticket = new Ticket("CHG-4", "Desk"),
    };

    [Fact]
    public void What_is_given_from_now_is_in_force_at_once()
    {
        var change = Assigned(Ask);

        Assert.Equal((RequestStatus.Provisioned, Now), (change.Request.Status, change.Request.CompletedAt));
        Assert.Equal([RequestEventKind.Asked, RequestEventKind.Completed], change.Kinds());
        Assert.Equal(
            (ScheduleKind.Eligibility, AssignmentType.Assigned, Alan.Id, Role, new Period(Now, Now.AddDays(30)), Now),
            (change.Added!.Kind, change.Added.Type, change.Added.Principal, change.Added.Role, change.Added.Period, change.Added.CreatedAt));
        Assert.Null(change.Added.ActivatedUsing);
    }

    [Fact]
    public void What_is_taken_over_keeps_its_start_and_is_nobodys_act_here_whatever_the_settings_say()
    {
        var began = Now.AddDays(-200);
        var ask = Ask with { Start = began, Expiration = new Expiration.AfterDateTime(Now.AddYears(20)), Justification = null };

        var change = Assert.IsType<Outcome<RequestChange>.Done>(AdministratorAssignment.TakeOver(RequestId.At(Now), ask, Facts)).Value;

        Assert.Equal(new Period(began, Now.AddYears(20)), change.Added!.Period);
        Assert.Equal(RequestStatus.Provisioned, change.Request.Status);
        Assert.All(change.Events, happened => Assert.Null(happened.Actor));
    }

    [Fact]
    public void What_somebody_cannot_have_or_has_already_is_not_taken_over()
    {
        var present = Assigned(Ask).Added!;

        var twice = AdministratorAssignment.TakeOver(RequestId.At(Now), Ask, Facts with { Present = [present] });
        var disabled = AdministratorAssignment.TakeOver(RequestId.At(Now), Ask, Facts with { Principal = Alan with { IsEnabled = false } });

        Assert.Equal(RefusalCode.RoleAssignmentExists, Assert.Single(Assert.IsType<Outcome<RequestChange>.Refused>(twice).Reasons).Code);
        Assert.Equal(RefusalCode.SubjectNotFound, Assert.Single(Assert.IsType<Outcome<RequestChange>.Refused>(disabled).Reasons).Code);
    }

    [Fact]
    public void The_request_keeps_who_gave_what_to_whom()
    {
        var request = Assigned(Ask).Request;

        Assert.Equal((RequestAction.AdminAssign, Ada, Alan.Id), (request.Action, request.CreatedBy, request.Principal));
        Assert.Equal((Ask.Expiration, Ask.Justification, Ask.Ticket), (request.Expiration, request.Justification, request.Ticket));
        Assert.Equal((true, 3), (request.Proof.HasFreshMfa, request.PolicyVersion));
    }

    [Fact]
    public void What_is_given_from_later_on_is_granted()
    {
        var change = Assigned(Ask with { Start = Now.AddDays(1), Expiration = null });

        Assert.Equal((RequestStatus.Granted, (DateTimeOffset?)null), (change.Request.Status, change.Request.CompletedAt));
        Assert.Equal([RequestEventKind.Asked], change.Kinds());
        Assert.Equal(new Period(Now.AddDays(1), End: null), change.Added!.Period);
        Assert.Equal(new Expiration.Never(), change.Request.Expiration);
        Assert.False(change.Added.IsInForceAt(Now));
    }

    [Fact]
    public void What_is_wrong_is_refused_with_every_reason()
    {
        var outcome = AdministratorAssignment.Assign(
            RequestId.At(Now), Ada, Ask with { Kind = ScheduleKind.Assignment, Justification = null },
            Facts with { Principal = null });

        Assert.Equal([RefusalCode.SubjectNotFound, RefusalCode.JustificationRule], outcome.Codes());
    }

    [Fact]
    public void A_planned_assignment_is_in_force_from_its_start()
    {
        var planned = Assigned(Ask with { Start = Now.AddDays(1) });

        Assert.Null(AdministratorAssignment.Begin(planned.Request, planned.Added!, Now.AddDays(1).AddTicks(-1)));

        var begun = AdministratorAssignment.Begin(planned.Request, planned.Added!, Now.AddDays(1))!;
        Assert.Equal(RequestStatus.Provisioned, begun.Request.Status);
        Assert.Equal([RequestEventKind.Completed], begun.Kinds());
        Assert.Null(AdministratorAssignment.Begin(begun.Request, planned.Added!, Now.AddDays(1)));
    }

    [Fact]
    public void A_planned_assignment_that_is_over_before_the_worker_comes_does_not_wait_for_ever()
    {
        var planned = Assigned(Ask with { Start = Now.AddDays(1), Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(1)) });

        var begun = AdministratorAssignment.Begin(planned.Request, planned.Added!, Now.AddDays(2))!;

        Assert.Equal(RequestStatus.Provisioned, begun.Request.Status);
        Assert.Equal(Now.AddDays(1), begun.Events[0].At);
    }

    [Theory]
    [InlineData("00:05:00", true)]
    [InlineData("00:04:59.9999999", false)]
    public void What_was_given_can_be_taken_away_after_five_minutes(string after, bool allowed)
    {
        var schedule = Assigned(Ask).Added!;

        var outcome = Removed(schedule, Now + TimeSpan.Parse(after, null));

        if (!allowed)
        {
            Assert.Equal(RefusalCode.ActiveDurationTooShort, outcome.Code());
            return;
        }

        var change = outcome.Done();
        Assert.Equal((RequestAction.AdminRemove, RequestStatus.Revoked), (change.Request.Action, change.Request.Status));
        Assert.Equal((Ada, Alan.Id, schedule.Id), (change.Request.CreatedBy, change.Request.Principal, change.Request.Schedule));
        Assert.Equal([RequestEventKind.Asked, RequestEventKind.Completed], change.Kinds());
        Assert.False(change.Ended!.IsOpenAt(Now.AddMinutes(5)));
    }

    [Fact]
    public void What_is_planned_can_be_taken_away_before_it_begins()
    {
        var planned = Assigned(Ask with { Start = Now.AddDays(1) }).Added!;

        var ended = Removed(planned, Now.AddHours(1)).Done().Ended!;

        Assert.False(ended.IsOpenAt(Now.AddHours(1)));
        Assert.False(ended.IsInForceAt(Now.AddDays(1)));
    }

    [Fact]
    public void What_is_over_cannot_be_taken_away()
    {
        var schedule = Assigned(Ask).Added!;

        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, Removed(schedule, Now.AddDays(30)).Code());
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, Removed(schedule.End(Now.AddHours(1)), Now.AddHours(2)).Code());
    }

    [Fact]
    public void A_removal_remembers_whether_it_took_something_permanent()
    {
        Assert.True(Removed(Assigned(Ask with { Expiration = null }).Added!, Now.AddHours(1)).Done().Request.RemovesPermanent);
        Assert.False(Removed(Assigned(Ask).Added!, Now.AddHours(1)).Done().Request.RemovesPermanent);
    }

    [Fact]
    public void The_words_of_a_removal_have_a_longest_and_can_be_written_down() => Assert.All(
        [new string('x', 4001), "a\0b"],
        words => Assert.Equal(
            RefusalCode.JustificationRule,
            AdministratorAssignment.Remove(RequestId.At(Now), Ada, Assigned(Ask).Added!, [], words, Now.AddHours(1)).Code()));

    [Fact]
    public void The_last_administrator_cannot_be_removed()
    {
        var last = Make.Assignment(Alan.Id, DirectoryRoles.GlobalAdministrator, Now.AddDays(-1));
        var other = Make.Assignment(Ada, DirectoryRoles.GlobalAdministrator, Now.AddDays(-1));

        Assert.Equal(RefusalCode.CannotDeleteLastAdminAssignment, Removed(last, Now, last).Code());
        Assert.IsType<Outcome<RequestChange>.Done>(Removed(last, Now, last, other));
    }

    [Fact]
    public void An_activation_ends_with_its_eligibility_and_the_story_of_its_request_says_why()
    {
        var activated = Make.Activation(Make.Eligibility(Alan.Id, Role, Now.AddDays(-1)), Alan.Id, Now, Now.AddHours(8));
        var request = Make.Pending(Alan.Id, Role, Now) with { Status = RequestStatus.Provisioned, Schedule = activated.Id };

        var change = AdministratorAssignment.EndWithEligibility(request, activated, Ada, "The eligibility was removed.", Now.AddHours(1));

        Assert.Equal(RequestStatus.Provisioned, change.Request.Status);
        Assert.Equal(
            [new RequestEvent(RequestEventKind.Ended, Now.AddHours(1), Ada, "The eligibility was removed.")], change.Events);
        Assert.False(change.Ended!.IsInForceAt(Now.AddHours(1)));
    }

    [Fact]
    public void A_planned_activation_fails_when_its_eligibility_is_gone()
    {
        var planned = Make.Activation(Make.Eligibility(Alan.Id, Role, Now.AddDays(-1)), Alan.Id, Now.AddHours(4), Now.AddHours(8));
        var request = Make.Pending(Alan.Id, Role, Now) with { Status = RequestStatus.Granted, Schedule = planned.Id };

        var change = AdministratorAssignment.EndWithEligibility(request, planned, Ada, "The eligibility was removed.", Now.AddHours(1));

        Assert.Equal((RequestStatus.Failed, Now.AddHours(1)), (change.Request.Status, change.Request.CompletedAt));
        Assert.Equal([RequestEventKind.Failed], change.Kinds());
        Assert.False(change.Ended!.IsOpenAt(Now.AddHours(1)));
    }

    [Fact]
    public void The_end_that_was_planned_is_recorded_at_that_moment()
    {
        var change = Assigned(Ask);

        Assert.Null(AdministratorAssignment.Expire(change.Request, change.Added!, Now.AddDays(30).AddTicks(-1)));

        var expired = AdministratorAssignment.Expire(change.Request, change.Added!, Now.AddDays(31))!;
        Assert.Equal([new RequestEvent(RequestEventKind.Expired, Now.AddDays(30), Actor: null, Reason: null)], expired.Events);
        Assert.Equal(change.Request, expired.Request);
    }

    [Fact]
    public void What_was_ended_early_does_not_expire_on_top()
    {
        var change = Assigned(Ask);

        Assert.Null(AdministratorAssignment.Expire(change.Request, change.Added!.End(Now.AddDays(29)), Now.AddDays(31)));
    }

    private static RequestChange Assigned(AssignmentAsk ask) =>
        AdministratorAssignment.Assign(RequestId.At(Now), Ada, ask, Facts).Done();

    private static Outcome<RequestChange> Removed(Schedule schedule, DateTimeOffset now, params Schedule[] remaining) =>
        AdministratorAssignment.Remove(RequestId.At(now), Ada, schedule, remaining, "Leaves the team.", now);
}
