using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class ActivateRoleTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_is_eligible_becomes_active_at_once_for_as_long_as_asked()
    {
        var request = await office.AskedAsync(office.Alan);

        Assert.Equal(RequestStatus.Provisioned, request.Status);
        Assert.True(await office.HoldsAsync(office.Alan));

        await office.PassAsync(TimeSpan.FromHours(2) - TimeSpan.FromTicks(1));
        Assert.True(await office.HoldsAsync(office.Alan));

        await office.PassAsync(TimeSpan.FromTicks(1));
        Assert.False(await office.HoldsAsync(office.Alan));
    }

    [Fact]
    public async Task The_end_needs_no_worker()
    {
        await office.AskedAsync(office.Alan);

        office.Skip(TimeSpan.FromHours(2));

        Assert.False(await office.HoldsAsync(office.Alan));
    }

    [Fact]
    public async Task The_whole_life_is_recorded_once_mailed_once_and_leaves_an_empty_agenda()
    {
        var request = await office.AskedAsync(office.Alan);

        await office.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(
            [
                "Alan: Add member to role requested (PIM activation)",
                "Regent: Add member to role completed (PIM activation)",
                "Regent: Remove member from role (PIM activation expired)",
            ],
            office.Record);
        Assert.All(office.World.Audit.Entries, entry => Assert.Equal(request.Id.Value, entry.CorrelationId));
        Assert.Equal(
            ["Activated to Alan", "ActivationAlert to Ada", "ActivationAlert to Grace", "Ended to Alan", "EndingSoon to Alan"], office.Mails);
        Assert.Equal(5, office.World.Mailer.Sent.Count);
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task What_is_due_later_is_written_with_the_request()
    {
        var request = await office.AskedAsync(office.Alan);

        Assert.Equal((AgendaKind.TellEnd, request.Schedule!.Value.Value, office.Now.AddHours(2)), office.Agenda[^1]);
        Assert.Equal(3, office.Agenda.Count(item => item.Kind == AgendaKind.SendMail && item.Due == office.Now));
        Assert.Contains((AgendaKind.RemindOfNearEnd, request.Schedule!.Value.Value, office.Now.AddMinutes(105)), office.Agenda);
        Assert.Equal(5, office.Agenda.Count);
    }

    [Fact]
    public async Task Who_is_not_eligible_gets_nothing_and_leaves_no_trace()
    {
        Assert.Equal(RefusalCode.EligibilityRule, (await office.AskAsync(office.Barbara)).Code());

        Assert.Empty(office.Record);
        Assert.Empty(office.Mails);
        Assert.Empty(office.Agenda);
        Assert.False(await office.HoldsAsync(office.Barbara));
    }

    [Fact]
    public async Task Whoever_the_ask_names_it_is_the_caller_who_asks() =>
        Assert.Equal(RefusalCode.EligibilityRule, (await office.AskAsync(office.Barbara, office.Ask(office.Alan))).Code());

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        office.Demand(settings => settings with { RequiresTicket = true, RequiresMfa = true });
        var ask = office.Ask(office.Alan) with
        {
            Justification = null,
            Ticket = null,
            Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(8).Add(TimeSpan.FromMinutes(1))),
        };

        var codes = (await office.AskAsync(office.Alan, ask)).Codes();

        Assert.Equal(
            [RefusalCode.ExpirationRule, RefusalCode.JustificationRule, RefusalCode.MfaRule, RefusalCode.TicketingRule],
            codes.OrderBy(code => code.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_role_nobody_knows_is_refused() => Assert.Equal(
        RefusalCode.RoleDefinitionDoesNotExist,
        (await office.AskAsync(office.Alan, office.Ask(office.Alan) with { Role = default })).Code());

    [Fact]
    public async Task An_eligibility_at_the_tenant_is_none_in_an_administrative_unit()
    {
        var helpdesk = Office.RoleNamed("Helpdesk Administrator");
        var berlin = office.World.Add(new ScopeNode(Make.Unit(Make.NewId()), "Berlin", Parent: null));
        office.World.MakeEligible(office.Alan, helpdesk);
        var ask = office.Ask(office.Alan) with { Role = helpdesk };

        Assert.Equal(RefusalCode.EligibilityRule, (await office.AskAsync(office.Alan, ask with { Scope = berlin })).Code());
        Assert.Equal(RefusalCode.InvalidScope, (await office.AskAsync(office.Alan, ask with { Scope = Make.Unit(Make.NewId()) })).Code());
        Assert.Equal(RefusalCode.RequestBadRequest, (await office.AskAsync(office.Alan, ask with { Role = office.Role, Scope = berlin })).Code());
    }

    [Fact]
    public async Task An_eligibility_for_one_role_is_none_for_another() => Assert.Equal(
        RefusalCode.EligibilityRule,
        (await office.AskAsync(office.Alan, office.Ask(office.Alan) with { Role = DirectoryRoles.GlobalAdministrator })).Code());

    [Fact]
    public async Task A_member_of_an_eligible_group_becomes_active_alone()
    {
        var katherine = office.World.AddUser("Katherine Johnson");
        office.World.MakeEligible(office.World.AddGroup("On-call engineers", katherine, office.Barbara), office.Role);

        await office.AskedAsync(katherine);

        Assert.True(await office.HoldsAsync(katherine));
        Assert.False(await office.HoldsAsync(office.Barbara));
    }

    [Fact]
    public async Task A_member_of_a_group_inside_an_eligible_group_is_eligible_too()
    {
        var katherine = office.World.AddUser("Katherine Johnson");
        var engineers = office.World.AddGroup("Engineers", katherine);
        var onCall = office.World.AddGroup("On-call", engineers);
        await office.JoinAsync(engineers, onCall);
        office.World.MakeEligible(onCall, office.Role);

        await office.AskedAsync(katherine);

        Assert.True(await office.HoldsAsync(katherine));
    }

    [Fact]
    public async Task Who_left_the_group_is_no_longer_eligible()
    {
        var katherine = office.World.AddUser("Katherine Johnson");
        var onCall = office.World.AddGroup("On-call", katherine);
        office.World.MakeEligible(onCall, office.Role);
        await office.LeaveAsync(onCall, katherine);

        Assert.Equal(RefusalCode.EligibilityRule, (await office.AskAsync(katherine)).Code());
    }

    [Fact]
    public async Task Who_is_disabled_activates_nothing()
    {
        office.Disable(office.Alan);

        Assert.Equal(RefusalCode.EligibilityRule, (await office.AskAsync(office.Alan)).Code());
    }

    [Fact]
    public async Task A_second_factor_counts_for_an_hour()
    {
        office.Demand(settings => settings with { RequiresMfa = true });
        var activate = office.The<ActivateRole>();
        var given = office.Now;
        Task<Outcome<ScheduleRequest>> AskAsync(DateTimeOffset? mfaAt) =>
            activate.ExecuteAsync(new Caller(office.Alan.Id, mfaAt), office.Ask(office.Alan), Office.Ct);

        office.Skip(TimeSpan.FromHours(1) + TimeSpan.FromTicks(1));
        Assert.Equal(RefusalCode.MfaRule, (await AskAsync(given)).Code());
        Assert.Equal(RefusalCode.MfaRule, (await AskAsync(office.Now.AddTicks(1))).Code());
        Assert.Equal(RefusalCode.MfaRule, (await AskAsync(null)).Code());
        Assert.True((await AskAsync(given.AddTicks(1))).Done().Proof.HasFreshMfa);
    }

    [Fact]
    public async Task What_runs_is_planned_or_waits_is_not_asked_twice()
    {
        await office.AskedAsync(office.Alan);
        Assert.Equal(RefusalCode.RoleAssignmentExists, (await office.AskAsync(office.Alan)).Code());
        Assert.Equal(RefusalCode.RoleAssignmentExists, (await office.AskAsync(office.Alan, Tomorrow())).Code());

        await office.PassAsync(TimeSpan.FromHours(2));
        await office.AskedAsync(office.Alan, Tomorrow());
        Assert.Equal(RefusalCode.RoleAssignmentExists, (await office.AskAsync(office.Alan)).Code());

        await office.PassAsync(TimeSpan.FromDays(2));
        office.DemandApproval();
        await office.AskedAsync(office.Alan);
        Assert.Equal(RefusalCode.PendingRoleAssignmentRequest, (await office.AskAsync(office.Alan)).Code());
    }

    [Fact]
    public async Task After_deactivation_it_can_be_activated_again_at_once()
    {
        await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromMinutes(5));
        (await office.DeactivateAsync(office.Alan)).Done();

        Assert.Equal(RequestStatus.Provisioned, (await office.AskedAsync(office.Alan)).Status);
    }

    [Fact]
    public async Task Where_approval_is_demanded_every_approver_is_asked_once_and_nothing_is_in_force()
    {
        office.World.Assign(office.Grace, DirectoryRoles.GlobalAdministrator);
        office.DemandApproval();

        var request = await office.AskedAsync(office.Alan);

        Assert.Equal(RequestStatus.PendingApproval, request.Status);
        Assert.Equal(["ApprovalNeeded to Ada", "ApprovalNeeded to Grace"], office.Mails);
        Assert.Equal(
            [
                "Alan: Add member to role requested (PIM activation)",
                "Alan: Add member to role approval requested (PIM activation)",
            ],
            office.Record);
        Assert.Contains((AgendaKind.ExpireApproval, request.Id.Value, office.Now.AddHours(24)), office.Agenda);
        Assert.False(await office.HoldsAsync(office.Alan));
    }

    [Fact]
    public async Task Named_approvers_are_asked_instead_of_administrators_and_groups_are_opened()
    {
        var katherine = office.World.AddUser("Katherine Johnson");
        var gone = office.Disable(office.World.AddUser("Gone Girl"));
        var inner = office.World.AddGroup("Inner", katherine, office.Alan, gone);
        office.DemandApproval(office.Barbara, office.World.AddGroup("Outer", inner, office.Barbara));

        await office.AskedAsync(office.Alan);

        Assert.Equal(["ApprovalNeeded to Barbara", "ApprovalNeeded to Katherine"], office.Mails);
    }

    [Fact]
    public async Task Nobody_waits_for_an_approver_who_is_themselves_or_gone()
    {
        office.DemandApproval(office.Alan, office.Disable(office.Barbara), office.World.AddGroup("Nobody"));

        Assert.Equal(RefusalCode.InvalidPolicy, (await office.AskAsync(office.Alan)).Code());
        Assert.Empty(office.Record);
    }

    [Fact]
    public async Task Where_no_approver_is_named_an_ask_may_wait_for_an_administrator_to_become_active()
    {
        using var empty = new Office();
        empty.Disable(empty.Ada);
        empty.Disable(empty.Grace);
        empty.DemandApproval();

        var request = await empty.AskedAsync(empty.Alan);

        Assert.Equal(RequestStatus.PendingApproval, request.Status);
        Assert.Empty(empty.Mails);
    }

    [Fact]
    public async Task An_activation_never_outlives_the_eligibility()
    {
        var katherine = office.World.AddUser("Katherine Johnson");
        var until = office.Now.AddHours(1);
        var behind = office.World.MakeEligible(katherine, office.Role, until);

        var request = await office.AskedAsync(katherine);

        var schedule = await office.World.Schedules.FindAsync(request.Schedule!.Value, Office.Ct);
        Assert.Equal((until, behind.Id), (schedule!.Effective.End, schedule.ActivatedUsing));
    }

    [Fact]
    public async Task Of_two_eligibilities_the_one_that_lasts_longer_is_used()
    {
        var group = office.World.AddGroup("Engineers", office.Barbara);
        office.World.MakeEligible(office.Barbara, office.Role, office.Now.AddHours(1));
        var longer = office.World.MakeEligible(group, office.Role, office.Now.AddHours(3));

        var request = await office.AskedAsync(office.Barbara);

        var schedule = await office.World.Schedules.FindAsync(request.Schedule!.Value, Office.Ct);
        Assert.Equal((longer.Id, office.Now.AddHours(2)), (schedule!.ActivatedUsing, schedule.Effective.End));
    }

    [Fact]
    public async Task Of_two_asks_at_once_one_is_heard()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => office.AskAsync(office.Alan))));

        Assert.Single(outcomes.OfType<Outcome<ScheduleRequest>.Done>());
        Assert.All(
            outcomes.OfType<Outcome<ScheduleRequest>.Refused>(), refused => Assert.Equal(RefusalCode.RoleAssignmentExists, refused.Code()));
    }

    [Fact]
    public async Task What_a_rehearsal_finds_leaves_nothing()
    {
        var outcome = await office.The<RehearseRequest>().ExecuteAsync(
            ct => office.The<ActivateRole>().ExecuteAsync(office.As(office.Alan), office.Ask(office.Alan), ct), Office.Ct);

        Assert.Equal(RequestStatus.Provisioned, outcome.Done().Status);
        Assert.Empty(office.Record);
        Assert.Empty(office.Mails);
        Assert.Empty(office.Agenda);
        Assert.False(await office.HoldsAsync(office.Alan));
    }

    private ActivationAsk Tomorrow() => office.Ask(office.Alan) with { Start = office.Now.AddDays(1) };
}
