using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Testing;
using static Regent.Core.Tests.Policies.Asking;
using static Regent.Core.Tests.Requests.Steps;

namespace Regent.Core.Tests.Requests;

public sealed class RequestRecordTests
{
    private static readonly DateTimeOffset Later = Now.AddHours(6);

    [Fact]
    public void An_activation_is_recorded_step_by_step_under_the_names_of_the_reference()
    {
        var pending = Submitted(Ask, WithApproval);
        var (planned, schedule) = Planned();

        Assert.Equal(
            ["Add member to role requested (PIM activation)", "Add member to role completed (PIM activation)"],
            Names(Submitted(Ask, Facts)));
        Assert.Equal(
            ["Add member to role requested (PIM activation)", "Add member to role approval requested (PIM activation)"], Names(pending));
        Assert.Equal(
            ["Add member to role request approved (PIM activation)", "Add member to role completed (PIM activation)"],
            Names(Decided(pending.Request, Yes(Later)).Done()));
        Assert.Equal(["Add member to role request denied (PIM activation)"], Names(Decided(pending.Request, No(Later)).Done()));
        Assert.Equal(["PIM activation request expired"], Names(Activation.Expire(pending.Request, Now.AddDays(1))!));
        Assert.Equal(["Add member to role canceled (PIM activation)"], Names(pending.Request.Cancel(Alan, planned: null, Later).Done()));
        Assert.Equal(
            ["Add member to role completed (PIM activation)"],
            Names(Activation.Begin(planned, schedule, Facts.At(schedule.Period.Start))!));
    }

    [Fact]
    public void The_end_of_an_activation_is_recorded_by_how_it_came()
    {
        var change = Submitted(Ask, Facts);
        var (request, running) = (change.Request, change.Added!);

        Assert.Equal(
            ["Remove member from role (PIM activation expired)"],
            Names(AdministratorAssignment.Expire(request, running, Now.AddHours(2))!));
        Assert.Equal(
            ["Remove member from role requested (PIM deactivate)", "Remove member from role completed (PIM deactivate)"],
            Names(Activation.Deactivate(RequestId.At(Now), Alan, running, "Done.", Now.AddHours(1)).Done()));
        Assert.Equal(
            ["Remove member from role in PIM requested (timebound)", "Remove member from role in PIM completed (timebound)"],
            Names(AdministratorAssignment.Remove(RequestId.At(Now), Grace, running, [], "Odd.", Now.AddHours(1)).Done()));
        Assert.Equal(
            ["Remove member from role in PIM completed (timebound)"],
            Names(AdministratorAssignment.EndWithEligibility(request, running, Grace, "Gone.", Now.AddHours(1))));
    }

    [Theory]
    [InlineData(ScheduleKind.Eligibility, true, "eligible member", "(permanent)")]
    [InlineData(ScheduleKind.Eligibility, false, "eligible member", "(timebound)")]
    [InlineData(ScheduleKind.Assignment, true, "member", "(permanent)")]
    [InlineData(ScheduleKind.Assignment, false, "member", "(timebound)")]
    public void What_administrators_do_is_recorded_by_kind_and_length(ScheduleKind kind, bool permanent, string who, string length)
    {
        var given = Given(kind, permanent, start: null);
        var planned = Given(kind, permanent, start: Later);

        Assert.Equal([$"Add {who} to role in PIM requested {length}", $"Add {who} to role in PIM completed {length}"], Names(given));
        Assert.Equal([$"Add {who} to role in PIM requested {length}"], Names(planned));
        Assert.Equal(
            [$"Add {who} to role in PIM completed {length}"],
            Names(AdministratorAssignment.Begin(planned.Request, planned.Added!, Later)!));
        Assert.Equal(
            [$"Add {who} to role in PIM canceled {length}"], Names(planned.Request.Cancel(Grace, planned.Added, Now.AddHours(1)).Done()));
        Assert.Equal(
            [$"Remove {who} from role in PIM requested {length}", $"Remove {who} from role in PIM completed {length}"],
            Names(AdministratorAssignment.Remove(RequestId.At(Now), Grace, given.Added!, [], "Leaves.", Now.AddHours(1)).Done()));
    }

    [Fact]
    public void An_assignment_that_ran_out_is_recorded_as_removed_by_time()
    {
        var given = Given(ScheduleKind.Assignment, permanent: false, start: null);

        Assert.Equal(
            ["Remove member from role in PIM completed (timebound)"],
            Names(AdministratorAssignment.Expire(given.Request, given.Added!, Now.AddDays(2))!));
    }

    [Fact]
    public void An_entry_says_who_did_what_to_whom_where_and_in_which_words()
    {
        var pending = Submitted(Ask, WithApproval).Request;
        var story = RequestId.At(Now);

        var entries = RequestRecord.Entries(Decided(pending, Yes(Later)).Done(), story, Later).ToList();

        Assert.Equal((Grace, "Go ahead."), (entries[0].Actor, entries[0].Reason));
        Assert.Equal((null, Ask.Justification), (entries[1].Actor, entries[1].Reason));
        Assert.All(entries, entry => Assert.Equal(
            (Later, Alan, Role, Ask.Scope, story.Value, AuditResult.Success),
            (entry.At, entry.Subject!.Value, entry.Role!.Value, entry.Scope!, entry.CorrelationId!.Value, entry.Result)));
        Assert.Equal(entries.Count, entries.DistinctBy(entry => entry.Id).Count());
    }

    [Fact]
    public void An_entry_keeps_period_and_ticket_under_the_keys_of_the_reference()
    {
        var change = Submitted(Ask, Facts);

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["RequestId"] = change.Request.Id.ToString(),
                ["StartTime"] = "2026-03-02T12:00:00.0000000Z",
                ["ExpirationTime"] = "2026-03-02T14:00:00.0000000Z",
                ["TicketNumber"] = "INC-1",
                ["TicketSystem"] = "Desk",
            },
            RequestRecord.Entries(change, change.Request.Id, Now).First().Details);
    }

    [Fact]
    public void What_never_began_is_recorded_with_the_period_it_would_have_had()
    {
        var (request, schedule) = Planned();

        var entry = RequestRecord.Entries(request.Cancel(Alan, schedule, Now.AddHours(1)).Done(), request.Id, Now.AddHours(1)).Single();

        Assert.Equal("2026-03-03T12:00:00.0000000Z", entry.Details["StartTime"]);
        Assert.Equal("2026-03-03T14:00:00.0000000Z", entry.Details["ExpirationTime"]);
    }

    [Fact]
    public void What_failed_and_what_ran_out_of_time_are_told_from_what_succeeded()
    {
        var (request, schedule) = Planned();
        var failed = Activation.Begin(request, schedule, (Facts with { Eligibilities = [] }).At(schedule.Period.Start))!;

        Assert.Equal(AuditResult.Failure, RequestRecord.Entries(failed, request.Id, Later).Single().Result);
        Assert.Equal("Add member to role completed (PIM activation)", Names(failed).Single());
        Assert.Equal(
            AuditResult.Timeout, RequestRecord.Entries(Activation.Expire(Pending(), Now.AddDays(1))!, request.Id, Later).Single().Result);
    }

    [Fact]
    public void Every_name_that_is_recorded_can_be_filtered_for()
    {
        Assert.Equal(AuditActivities.All.Count, AuditActivities.All.Distinct().Count());
        Assert.Contains("Add eligible member to role in PIM requested (timebound)", AuditActivities.All);
        Assert.Contains("Remove member from role in PIM completed (permanent)", AuditActivities.All);
    }

    private static List<string> Names(RequestChange change)
    {
        var names = RequestRecord.Entries(change, change.Request.Id, Later).Select(entry => entry.Activity).ToList();
        Assert.All(names, name => Assert.Contains(name, AuditActivities.All));
        return names;
    }

    private static RequestChange Given(ScheduleKind kind, bool permanent, DateTimeOffset? start)
    {
        var ask = new AssignmentAsk(kind, Alan, Role, Ask.Scope)
        {
            Start = start,
            Expiration = permanent ? new Expiration.Never() : new Expiration.AfterDuration(TimeSpan.FromDays(1)),
            Justification = "Joins.",
        };
        var facts = new AssignmentFacts(Now, Facts.Policy, Make.User("Alan Turing") with { Id = Alan }, [], HasFreshMfa: false);
        return AdministratorAssignment.Assign(RequestId.At(Now), Grace, ask, facts).Done();
    }
}
