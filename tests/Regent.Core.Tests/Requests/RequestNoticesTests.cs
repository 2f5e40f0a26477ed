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

    private static readonly Audience Audience = Written(new NotificationSettings());

    private static Audience Written(NotificationSettings settings) => new(settings)
    {
        Assignees = [Person(Alan, "alan")],
        Approvers = [Person(Grace, "grace"), Person(Ada, "ada")],
        Administrators = [Person(Ada, "ada"), Person(Alan, "alan"), Person(Grace, "grace")],
    };

    private static Principal Person(PrincipalId id, string name) =>
        Make.User(name) with { Id = id, Mail = $"{name}@regent.example" };

    [Fact]
    public void All_approvers_are_asked_at_the_moment_of_the_request() => Assert.Equal(
        [Notice.To(NoticeKind.ApprovalNeeded, Grace), Notice.To(NoticeKind.ApprovalNeeded, Ada)],
        Owed(Submitted(Ask, WithApproval)));

    [Fact]
    public void Who_becomes_active_is_told_and_the_administrators_are() => Assert.Equal(
        [
            Notice.To(NoticeKind.Activated, Alan), Notice.To(NoticeKind.ActivationAlert, Ada), Notice.To(NoticeKind.ActivationAlert, Grace),
        ],
        Owed(Submitted(Ask, Facts)));

    [Fact]
    public void An_approval_that_puts_it_in_force_at_once_is_told_as_such_and_only_once()
    {
        var notices = Owed(Decided(Pending(), Yes(Now)).Done());

        Assert.Equal(NoticeKind.Activated, Assert.Single(notices, notice => notice.Person == Alan).Kind);
    }

    [Fact]
    public void An_approval_for_later_is_told_now_and_the_start_then()
    {
        var approved = Decided(Pending(Ask with { Start = Now.AddHours(6) }), Yes(Now)).Done();

        Assert.Equal([Notice.To(NoticeKind.Approved, Alan)], Owed(approved));
        Assert.Contains(
            Notice.To(NoticeKind.Activated, Alan),
            Owed(Activation.Begin(approved.Request, approved.Added!, WithApproval.At(Now.AddHours(6)))!));
    }

    [Fact]
    public void A_denial_an_expiry_and_a_failure_are_told_to_the_requestor()
    {
        var (planned, schedule) = Planned();
        var failed = Activation.Begin(planned, schedule, (Facts with { Eligibilities = [] }).At(schedule.Period.Start))!;

        Assert.Equal([Notice.To(NoticeKind.Denied, Alan)], Owed(Decided(Pending(), No(Now)).Done()));
        Assert.Equal([Notice.To(NoticeKind.RequestExpired, Alan)], Owed(Activation.Expire(Pending(), Now.AddDays(1))!));
        Assert.Equal([Notice.To(NoticeKind.Failed, Alan)], Owed(failed));
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

        Assert.All(ends, end => Assert.Equal([Notice.To(NoticeKind.Ended, Alan)], Owed(end)));
    }

    [Fact]
    public void What_was_planned_and_taken_away_is_not_told_as_having_ended()
    {
        var (request, schedule) = Planned();
        var later = Now.AddHours(1);

        Assert.Equal(
            [Notice.To(NoticeKind.Failed, Alan)],
            Owed(AdministratorAssignment.Remove(RequestId.At(later), Ada, schedule, [], "Odd.", later).Done()));
        Assert.Equal(
            [Notice.To(NoticeKind.Failed, Alan)], Owed(AdministratorAssignment.EndWithEligibility(request, schedule, Ada, "Gone.", later)));
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
    public void What_administrators_give_is_told_to_who_gets_it_and_to_administrators(ScheduleKind kind)
    {
        var given = Given(kind);

        Assert.Equal(
            [Notice.To(NoticeKind.Assigned, Alan), Notice.To(NoticeKind.AssignmentAlert, Ada), Notice.To(NoticeKind.AssignmentAlert, Grace)],
            Owed(given));
        Assert.Equal(
            [Notice.To(NoticeKind.Expired, Alan), Notice.To(NoticeKind.ExpiredAlert, Ada), Notice.To(NoticeKind.ExpiredAlert, Grace)],
            Owed(AdministratorAssignment.Expire(given.Request, given.Added!, Now.AddDays(1))!));
        Assert.Equal(
            [Notice.To(NoticeKind.Removed, Alan)],
            Owed(AdministratorAssignment.Remove(RequestId.At(Now), Ada, given.Added!, [], "Leaves.", Now.AddHours(1)).Done()));
    }

    [Fact]
    public void Default_recipients_off_and_one_address_named_leaves_that_address_alone()
    {
        var rule = new NotificationRule { HasDefaultRecipients = false, AdditionalRecipients = ["watch@regent.example"] };
        var settings = new NotificationSettings { Activation = new EventNotifications { Administrators = rule } };

        Assert.Equal(
            [Notice.To(NoticeKind.Activated, Alan), new Notice(NoticeKind.ActivationAlert, Person: null, "watch@regent.example")],
            Owed(Submitted(Ask, Facts), settings));
    }

    [Fact]
    public void An_address_of_somebody_who_is_written_to_anyway_is_no_second_way()
    {
        var rule = new NotificationRule { AdditionalRecipients = ["ADA@regent.example", "watch@regent.example", "Watch@regent.example"] };
        var settings = new NotificationSettings { Activation = new EventNotifications { Administrators = rule, Assignee = rule } };

        var notices = Owed(Submitted(Ask, Facts), settings);

        Assert.Equal(4, notices.Count);
        Assert.Equal("watch@regent.example", Assert.Single(notices, notice => notice.Person is null).Address);
    }

    [Fact]
    public void Critical_only_leaves_those_mails_that_ask_somebody_to_act()
    {
        var critical = new NotificationRule { Level = NotificationLevel.Critical };
        var all = new EventNotifications { Administrators = critical, Assignee = critical, Approvers = critical };
        var settings = new NotificationSettings { Eligibility = all, Assignment = all, Activation = all };

        Assert.Empty(Owed(Given(ScheduleKind.Eligibility), settings));
        Assert.Empty(Owed(Submitted(Ask, Facts), settings));
        Assert.Equal(2, Owed(Submitted(Ask, WithApproval), settings).Count);
    }

    [Fact]
    public void With_every_rule_off_only_the_answer_to_ones_own_ask_comes()
    {
        var none = new NotificationRule { Level = NotificationLevel.None };
        var all = new EventNotifications { Administrators = none, Assignee = none, Approvers = none };
        var settings = new NotificationSettings { Eligibility = all, Assignment = all, Activation = all };

        Assert.Empty(Owed(Submitted(Ask, WithApproval), settings));
        Assert.Equal([Notice.To(NoticeKind.Denied, Alan)], Owed(Decided(Pending(), No(Now)).Done(), settings));
    }

    [Fact]
    public void A_coming_end_is_told_to_who_has_it_and_to_administrators()
    {
        var given = Given(ScheduleKind.Eligibility).Added!;

        Assert.Equal(
            [Notice.To(NoticeKind.Expiring, Alan), Notice.To(NoticeKind.ExpiringAlert, Ada), Notice.To(NoticeKind.ExpiringAlert, Grace)],
            RequestNotices.OfComingEnd(given, Audience));
        Assert.Equal([Notice.To(NoticeKind.EndingSoon, Alan)], RequestNotices.OfNearEnd(Audience));
    }

    private static RequestChange Given(ScheduleKind kind)
    {
        var ask = new AssignmentAsk(kind, Alan, Role, Ask.Scope)
        {
            Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(1)),
            Justification = "Joins.",
        };
        var facts = new AssignmentFacts(Now, Facts.Policy, Make.User("Alan Turing") with { Id = Alan }, [], HasFreshMfa: false);
        return AdministratorAssignment.Assign(RequestId.At(Now), Ada, ask, facts).Done();
    }

    private static IReadOnlyList<Notice> Owed(RequestChange change, NotificationSettings settings) =>
        RequestNotices.Owed(change, Written(settings));

    private static IReadOnlyList<Notice> Owed(RequestChange change) => RequestNotices.Owed(change, Audience);
}
