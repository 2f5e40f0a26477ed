using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Testing.Contracts;

namespace Regent.Testing.Rules;

/// <summary>Rules 1 to 13 and 25 of the reference's checklist (specification, section 14).</summary>
public abstract class ActivationRules(PortsUnderTest ports) : RuleContract(ports)
{
    [Fact]
    public async Task Rule_1_activating_without_an_eligibility_fails_the_eligibility_rule() =>
        Assert.Equal(RefusalCode.EligibilityRule, (await Org.AskAsync(Alan, Helpdesk, Scope.Tenant)).Code());

    [Fact]
    public async Task Rule_2_a_missing_justification_and_too_long_a_duration_are_reported_together()
    {
        await EligibleAsync();

        var codes = (await AskAsync(ask => ask with { Justification = null, Expiration = For(TimeSpan.FromHours(9)) })).Codes();

        Assert.Equal([RefusalCode.JustificationRule, RefusalCode.ExpirationRule], codes.Order());
    }

    [Fact]
    public async Task Rule_3_the_maximum_passes_and_one_minute_more_fails()
    {
        await EligibleAsync();

        Assert.Equal(
            RefusalCode.ExpirationRule, (await AskAsync(ask => ask with { Expiration = For(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(1)) })).Code());
        (await AskAsync(ask => ask with { Expiration = For(TimeSpan.FromHours(8)) })).Done();
    }

    [Fact]
    public async Task Rule_4_less_than_five_minutes_fails()
    {
        await EligibleAsync();

        Assert.Equal(RefusalCode.ExpirationRule, (await AskAsync(ask => ask with { Expiration = For(TimeSpan.FromMinutes(4.99)) })).Code());
        (await AskAsync(ask => ask with { Expiration = For(TimeSpan.FromMinutes(5)) })).Done();
    }

    [Fact]
    public async Task Rule_5_a_start_in_the_past_becomes_now_and_one_in_the_future_is_granted_until_then_and_can_be_cancelled()
    {
        await EligibleAsync();
        var past = (await AskAsync(ask => ask with { Start = Org.Now.AddHours(-1) })).Done();
        Assert.Equal(Org.Now, (await Org.Ports.Schedules.FindAsync(past.Schedule!.Value, Ct))!.Period.Start);
        await Org.PassAsync(TimeSpan.FromHours(3));

        var planned = (await AskAsync(ask => ask with { Start = Org.Now.AddHours(1) })).Done();

        Assert.Equal(RequestStatus.Granted, planned.Status);
        Assert.False(await Org.HoldsAsync(Alan, Helpdesk, Scope.Tenant));
        (await Org.The<CancelRequest>().ExecuteAsync(Org.As(Alan), planned.Id, Ct)).Done();
        await Org.PassAsync(TimeSpan.FromHours(2));
        Assert.False(await Org.HoldsAsync(Alan, Helpdesk, Scope.Tenant));
    }

    [Fact]
    public async Task Rule_6_a_second_activation_is_refused_while_one_runs_and_while_one_waits()
    {
        await EligibleAsync();
        (await AskAsync()).Done();
        Assert.Equal(RefusalCode.RoleAssignmentExists, (await AskAsync()).Code());

        await Org.PassAsync(TimeSpan.FromHours(2));
        await Org.DemandAsync(Helpdesk, Scope.Tenant, new ActivationSettings { RequiresApproval = true });
        (await AskAsync()).Done();
        Assert.Equal(RefusalCode.PendingRoleAssignmentRequest, (await AskAsync()).Code());
    }

    [Fact]
    public async Task Rule_7_an_activation_can_be_ended_after_five_minutes_and_not_before()
    {
        await EligibleAsync();
        (await AskAsync()).Done();
        await Org.PassAsync(TimeSpan.FromSeconds(299));
        Assert.Equal(RefusalCode.ActiveDurationTooShort, (await Org.EndAsync(Alan, Helpdesk, Scope.Tenant)).Code());

        await Org.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(RequestStatus.Revoked, (await Org.EndAsync(Alan, Helpdesk, Scope.Tenant)).Done().Status);
        Assert.False(await Org.HoldsAsync(Alan, Helpdesk, Scope.Tenant));
    }

    [Fact]
    public async Task Rule_8_the_first_decision_closes_a_request_and_nobody_decides_on_their_own()
    {
        await EligibleAsync();
        var settings = new ActivationSettings { RequiresApproval = true, Approvers = [Alan.Id, Barbara.Id, Org.Grace.Id] };
        await Org.DemandAsync(Helpdesk, Scope.Tenant, settings);
        var request = (await AskAsync()).Done();

        Assert.Equal(RefusalCode.SelfApprovalNotAllowed, (await Org.DecideAsync(Alan, request)).Code());
        Assert.Equal(RequestStatus.Denied, (await Org.DecideAsync(Barbara, request, approve: false)).Done().Status);
        Assert.Equal("Barbara Liskov has already denied this request.", (await Org.DecideAsync(Org.Grace, request)).Message());
    }

    [Fact]
    public async Task Rule_9_nobody_decides_after_twenty_four_hours()
    {
        await EligibleAsync();
        await Org.DemandAsync(Helpdesk, Scope.Tenant, new ActivationSettings { RequiresApproval = true });
        var request = (await AskAsync()).Done();

        await Org.PassAsync(TimeSpan.FromHours(24));

        Assert.Equal(RequestStatus.TimedOut, (await Org.NowAsync(request)).Status);
        Assert.Equal(RefusalCode.RequestAlreadyDecided, (await Org.DecideAsync(Org.Grace, request)).Code());
    }

    [Fact]
    public async Task Rule_10_approved_after_the_wished_start_the_full_duration_runs_from_the_approval()
    {
        await EligibleAsync();
        await Org.DemandAsync(Helpdesk, Scope.Tenant, new ActivationSettings { RequiresApproval = true });
        var request = (await AskAsync(ask => ask with { Start = Org.Now.AddHours(1) })).Done();
        await Org.PassAsync(TimeSpan.FromHours(3));

        var approved = (await Org.DecideAsync(Org.Grace, request)).Done();

        var schedule = await Org.Ports.Schedules.FindAsync(approved.Schedule!.Value, Ct);
        Assert.Equal(new Period(Org.Now, Org.Now.AddHours(2)), schedule!.Period);
    }

    [Fact]
    public async Task Rule_11_without_a_named_approver_administrators_decide_on_directory_roles_and_other_settings_are_not_saved()
    {
        await EligibleAsync();
        await Org.DemandAsync(Helpdesk, Scope.Tenant, new ActivationSettings { RequiresApproval = true });
        var request = (await AskAsync()).Done();
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await Org.DecideAsync(Barbara, request)).Code());
        (await Org.DecideAsync(Org.Ada, request)).Done();

        var group = Scope.OfGroup((await Org.GroupAsync("Engineers")).Id);
        var policy = RolePolicy.Default(GroupRoles.Member, group) with { Activation = new() { RequiresApproval = true } };
        var save = Org.The<Operations.Policies.ChangeRoleSettings>();
        Assert.Equal(RefusalCode.InvalidPolicy, (await save.ExecuteAsync(Org.As(Org.Ada), policy, Ct)).Code());
        (await save.ExecuteAsync(
            Org.As(Org.Ada), policy with { Activation = policy.Activation with { Approvers = [Barbara.Id] } }, Ct)).Done();
    }

    [Fact]
    public async Task Rule_12_a_context_nobody_describes_takes_a_second_factor_and_one_that_is_described_takes_what_it_says()
    {
        await EligibleAsync();
        await Org.DemandAsync(Helpdesk, Scope.Tenant, new ActivationSettings { AuthenticationContext = "c9" });
        Assert.Equal(RefusalCode.MfaRule, (await AskAsync()).Code());

        await Org.DemandAsync(Helpdesk, Scope.Tenant, new ActivationSettings { AuthenticationContext = "c1" });
        Assert.Equal(
            RefusalCode.RoleAssignmentRequestAcrsValidationFailed, (await Org.AskAsync(Alan, Helpdesk, Scope.Tenant, withMfa: true)).Code());

        var ask = new ActivationAsk(Alan.Id, Helpdesk, Scope.Tenant) { Expiration = For(TimeSpan.FromHours(1)), Justification = "Now." };
        var withPasskey = Org.As(Alan, withMfa: true) with { Methods = new HashSet<string> { "fido" } };
        (await Org.The<ActivateRole>().ExecuteAsync(withPasskey, ask, Ct)).Done();
    }

    [Fact]
    public async Task Rule_13_a_second_factor_and_a_context_exclude_each_other()
    {
        var policy = RolePolicy.Default(Helpdesk, Scope.Tenant) with
        {
            Activation = new ActivationSettings { RequiresMfa = true, AuthenticationContext = "c1" },
        };

        Assert.Equal(
            RefusalCode.MfaAndAcrsConflict,
            (await Org.The<Operations.Policies.ChangeRoleSettings>().ExecuteAsync(Org.As(Org.Ada), policy, Ct)).Code());
    }

    [Fact]
    public async Task Rule_25_validating_only_leaves_no_request_no_record_and_no_mail()
    {
        await EligibleAsync();
        await Org.DemandAsync(Helpdesk, Scope.Tenant, new ActivationSettings { RequiresApproval = true });
        var before = (await Org.Ports.Audit.ListAsync(new AuditQuery(), new PageAsk(PageAsk.Largest), Ct)).Items.Count;

        var rehearsed = (await Org.The<RehearseRequest>().ExecuteAsync(_ => AskAsync(), Ct)).Done();

        Assert.Equal(RequestStatus.PendingApproval, rehearsed.Status);
        Assert.Null(await Org.Ports.Requests.FindAsync(rehearsed.Id, Ct));
        Assert.Equal(before, (await Org.Ports.Audit.ListAsync(new AuditQuery(), new PageAsk(PageAsk.Largest), Ct)).Items.Count);
        await Org.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(Org.Mailer.Sent);
    }

    private static Expiration.AfterDuration For(TimeSpan duration) => new(duration);

    private Task<Schedule> EligibleAsync() => Org.GiveAsync(ScheduleKind.Eligibility, Alan, Helpdesk, Scope.Tenant);

    private Task<Outcome<ScheduleRequest>> AskAsync(Func<ActivationAsk, ActivationAsk>? change = null) =>
        Org.AskAsync(Alan, Helpdesk, Scope.Tenant, change);
}
