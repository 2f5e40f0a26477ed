using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Operations.Requests;
using Regent.Testing.Contracts;

namespace Regent.Testing.Rules;

/// <summary>What is mailed and what is put on record: rules 23 and 24 of the specification's checklist, and the end of the last administrator.</summary>
public abstract class RecordRules(PortsUnderTest ports) : RuleContract(ports)
{
    private const string Watch = "watch@regent.example";

    [Fact]
    public async Task Rule_23_default_recipients_off_and_one_address_leaves_only_that_address()
    {
        var only = new NotificationRule { HasDefaultRecipients = false, AdditionalRecipients = [Watch] };
        await MailAsync(new NotificationSettings { Eligibility = new() { Administrators = only, Assignee = only } });

        (await Org.AssignAsync(ScheduleKind.Eligibility, Alan, Helpdesk, Scope.Tenant)).Done();
        await Org.PassAsync(TimeSpan.FromMinutes(1));

        var sent = Assert.Single(Org.Mailer.Sent);
        Assert.Equal((Watch, "PIM: Alan Turing was made eligible for the Helpdesk Administrator role"), (sent.Address, sent.Text.Subject));
    }

    [Fact]
    public async Task Rule_23_critical_only_leaves_the_mail_that_asks_to_approve_and_no_other()
    {
        var critical = new NotificationRule { Level = NotificationLevel.Critical };
        var all = new EventNotifications { Administrators = critical, Assignee = critical, Approvers = critical };
        await MailAsync(new NotificationSettings { Eligibility = all, Activation = all });
        await Org.DemandAsync(Helpdesk, Scope.Tenant, new ActivationSettings { RequiresApproval = true, Approvers = [Barbara.Id] });

        (await Org.AssignAsync(ScheduleKind.Eligibility, Alan, Helpdesk, Scope.Tenant)).Done();
        var asked = (await Org.AskAsync(Alan, Helpdesk, Scope.Tenant)).Done();
        await Org.PassAsync(TimeSpan.FromMinutes(1));
        (await Org.DecideAsync(Barbara, asked)).Done();
        await Org.PassAsync(TimeSpan.FromHours(3));

        Assert.Equal(
            [("barbara.liskov@regent.example", "PIM: Review Alan Turing's request to activate the Helpdesk Administrator role")],
            Org.Mailer.Sent.Select(sent => (sent.Address, sent.Text.Subject)));
    }

    [Fact]
    public async Task Rule_24_what_is_given_changed_and_taken_is_recorded_with_its_reason()
    {
        var given = (await Org.AssignAsync(ScheduleKind.Eligibility, Alan, Helpdesk, Scope.Tenant, Days(30))).Done();
        Assert.Equal(RequestStatus.Provisioned, given.Status);
        Assert.Equal(
            [(AuditActivities.AssignmentRequested(eligible: true, permanent: false), "Joins."), (AuditActivities.AssignmentCompleted(eligible: true, permanent: false), "Joins.")],
            await Org.RecordAsync(given));

        var later = (await Org.The<AssignRole>().ExecuteAsync(
            Org.As(Org.Ada), new AssignmentAsk(ScheduleKind.Eligibility, Barbara.Id, Helpdesk, Scope.Tenant) { Start = Org.Now.AddDays(1), Justification = "Joins later." }, Ct)).Done();
        Assert.Equal(RequestStatus.Granted, later.Status);
        await Org.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(RequestStatus.Provisioned, (await Org.NowAsync(later)).Status);
        Assert.Equal(AuditActivities.AssignmentCompleted(eligible: true, permanent: true), (await Org.RecordAsync(later))[^1].Activity);

        var removed = (await Org.RemoveAsync(ScheduleKind.Eligibility, Barbara, Helpdesk, Scope.Tenant)).Done();
        Assert.Equal(RequestStatus.Revoked, removed.Status);
        Assert.Equal(
            [(AuditActivities.RemovalRequested(eligible: true, permanent: true), "Leaves."), (AuditActivities.RemovalCompleted(eligible: true, permanent: true), "Leaves.")],
            (await Org.RecordAsync(later)).TakeLast(2));
    }

    [Fact]
    public async Task Rule_24_every_way_an_activation_goes_is_recorded_with_its_reason()
    {
        await Org.GiveAsync(ScheduleKind.Eligibility, Alan, Helpdesk, Scope.Tenant);
        var refused = await Org.AskAsync(Alan, Helpdesk, Scope.Tenant, ask => ask with { Justification = null });
        Assert.Equal(RefusalCode.JustificationRule, refused.Code());

        var planned = (await Org.AskAsync(Alan, Helpdesk, Scope.Tenant, ask => ask with { Start = Org.Now.AddHours(1) })).Done();
        Assert.Equal(RequestStatus.Granted, planned.Status);
        await Org.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(RequestStatus.Provisioned, (await Org.NowAsync(planned)).Status);
        await Org.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(RequestStatus.Revoked, (await Org.EndAsync(Alan, Helpdesk, Scope.Tenant)).Done().Status);
        Assert.Equal(
            [
                (AuditActivities.ActivationRequested, "A mailbox is stuck."), (AuditActivities.ActivationCompleted, "A mailbox is stuck."),
                (AuditActivities.DeactivationRequested, "Done."), (AuditActivities.DeactivationCompleted, "Done."),
            ],
            await Org.RecordAsync(planned));

        var withdrawn = (await Org.AskAsync(Alan, Helpdesk, Scope.Tenant, ask => ask with { Start = Org.Now.AddHours(1) })).Done();
        (await Org.The<CancelRequest>().ExecuteAsync(Org.As(Alan), withdrawn.Id, Ct)).Done();
        Assert.Equal(AuditActivities.ActivationCanceled, (await Org.RecordAsync(withdrawn))[^1].Activity);
    }

    [Fact]
    public async Task Rule_24_every_answer_to_a_request_is_recorded_with_its_reason()
    {
        await Org.GiveAsync(ScheduleKind.Eligibility, Alan, Helpdesk, Scope.Tenant);
        await Org.DemandAsync(Helpdesk, Scope.Tenant, new ActivationSettings { RequiresApproval = true, Approvers = [Barbara.Id] });

        var denied = (await Org.AskAsync(Alan, Helpdesk, Scope.Tenant)).Done();
        Assert.Equal(RequestStatus.PendingApproval, denied.Status);
        Assert.Equal(RequestStatus.Denied, (await Org.DecideAsync(Barbara, denied, approve: false)).Done().Status);
        Assert.Equal((AuditActivities.ActivationDenied, "Not today."), (await Org.RecordAsync(denied))[^1]);

        var lapsed = (await Org.AskAsync(Alan, Helpdesk, Scope.Tenant)).Done();
        await Org.PassAsync(TimeSpan.FromHours(24));
        Assert.Equal(RequestStatus.TimedOut, (await Org.NowAsync(lapsed)).Status);
        Assert.Equal((AuditActivities.ActivationRequestExpired, "Nobody answered within 24 hours."), (await Org.RecordAsync(lapsed))[^1]);

        var withdrawn = (await Org.AskAsync(Alan, Helpdesk, Scope.Tenant)).Done();
        Assert.Equal(RequestStatus.Canceled, (await Org.The<CancelRequest>().ExecuteAsync(Org.As(Alan), withdrawn.Id, Ct)).Done().Status);

        var planned = (await Org.AskAsync(Alan, Helpdesk, Scope.Tenant, ask => ask with { Start = Org.Now.AddHours(2) })).Done();
        Assert.Equal(RequestStatus.Granted, (await Org.DecideAsync(Barbara, planned)).Done().Status);
        await Org.PassAsync(TimeSpan.FromHours(5));
        Assert.Equal(
            [
                (AuditActivities.ActivationRequested, "A mailbox is stuck."), (AuditActivities.ApprovalRequested, "A mailbox is stuck."),
                (AuditActivities.ActivationApproved, "Go ahead."), (AuditActivities.ActivationCompleted, "A mailbox is stuck."),
                (AuditActivities.ActivationExpired, null),
            ],
            await Org.RecordAsync(planned));
    }

    [Fact]
    public async Task Rule_24_extensions_and_renewals_are_recorded_with_their_reasons()
    {
        (await Org.AssignAsync(ScheduleKind.Eligibility, Alan, Helpdesk, Scope.Tenant, Days(10))).Done();
        var denied = (await ExtendAsync()).Done();
        Assert.Equal(RequestStatus.PendingAdminDecision, denied.Status);
        Assert.Equal(RequestStatus.Denied, (await DecideAsync(denied, approve: false)).Done().Status);
        Assert.Equal(
            [(AuditActivities.Change(eligible: true, AuditActivities.Requested, AuditActivities.Extended), "Not done yet."), (AuditActivities.DeniedByAdministrator, "As discussed.")],
            await Org.RecordAsync(denied));

        var withdrawn = (await ExtendAsync()).Done();
        (await Org.The<CancelRequest>().ExecuteAsync(Org.As(Alan), withdrawn.Id, Ct)).Done();
        Assert.Equal(AuditActivities.Change(eligible: true, AuditActivities.Canceled, AuditActivities.Extended), (await Org.RecordAsync(withdrawn))[^1].Activity);

        await Org.PassAsync(TimeSpan.FromDays(12));
        var renewed = (await ExtendAsync()).Done();
        Assert.Equal(RequestStatus.Provisioned, (await DecideAsync(renewed, approve: true)).Done().Status);
        Assert.Equal(
            [
                (AuditActivities.Renewal(eligible: true, AuditActivities.Requested), "Not done yet."), (AuditActivities.ApprovedByAdministrator, "As discussed."),
                (AuditActivities.Renewal(eligible: true, AuditActivities.Completed), "As discussed."),
            ],
            await Org.RecordAsync(renewed));
    }

    [Fact]
    public async Task Rule_18_the_end_of_the_last_eligible_Global_Administrator_leaves_it()
    {
        var group = await Org.GroupAsync("Heads", Alan);
        (await Org.AssignAsync(ScheduleKind.Eligibility, group, DirectoryRoles.GlobalAdministrator, Scope.Tenant, Days(1))).Done();
        // As a directory that is kept elsewhere might, whoever is the last.
        await Org.SaveAsync(Org.Ada with { IsEnabled = false });

        await Org.PassAsync(TimeSpan.FromDays(2));

        var kept = Assert.Single(await Org.Ports.Schedules.OpenOfAsync([group.Id], ScheduleKind.Eligibility, DirectoryRoles.GlobalAdministrator, Org.Now, Ct));
        Assert.True(kept.Period.IsPermanent);
        Assert.Contains(Org.Mailer.Sent, sent => sent.Address == "grace.hopper@regent.example" && sent.Text.Subject.Contains("was changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rule_18_one_that_is_not_the_last_ends_as_planned()
    {
        (await Org.AssignAsync(ScheduleKind.Eligibility, Alan, DirectoryRoles.GlobalAdministrator, Scope.Tenant, Days(1))).Done();

        await Org.PassAsync(TimeSpan.FromDays(2));

        Assert.Empty(await Org.Ports.Schedules.OpenOfAsync([Alan.Id], ScheduleKind.Eligibility, DirectoryRoles.GlobalAdministrator, Org.Now, Ct));
    }

    private static Expiration.AfterDuration Days(int days) => new(TimeSpan.FromDays(days));

    private async Task MailAsync(NotificationSettings settings)
    {
        var before = await Org.Ports.Policies.GetAsync(Helpdesk, Scope.Tenant, Ct);
        (await Org.The<ChangeRoleSettings>().ExecuteAsync(Org.As(Org.Ada), before with { Notifications = settings }, Ct)).Done();
    }

    private Task<Outcome<ScheduleRequest>> ExtendAsync() =>
        Org.ExtendAsync(Alan, ScheduleKind.Eligibility, Helpdesk, Scope.Tenant, Org.Now.AddDays(60));

    private Task<Outcome<ScheduleRequest>> DecideAsync(ScheduleRequest request, bool approve) =>
        Org.The<DecideExtension>().ExecuteAsync(Org.As(Org.Ada), request.Id, approve, "As discussed.", change: null, Ct);
}
