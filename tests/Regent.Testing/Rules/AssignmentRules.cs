using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Operations.Requests;
using Regent.Testing.Contracts;

namespace Regent.Testing.Rules;

/// <summary>Rules 14 to 22 of the reference's checklist (specification, section 14).</summary>
public abstract class AssignmentRules(PortsUnderTest ports) : RuleContract(ports)
{
    private const string Shop = "/subscriptions/0198f1a2-7c00-7000-8000-00000000000a";

    [Fact]
    public async Task Rule_14_what_must_end_is_not_given_for_ever()
    {
        var group = Scope.OfGroup((await Org.GroupAsync("Engineers")).Id);

        Assert.Equal(RefusalCode.ExpirationRule, (await Org.AssignAsync(ScheduleKind.Eligibility, Alan, GroupRoles.Member, group)).Code());
        Assert.Equal(
            RefusalCode.ExpirationRule, (await Org.AssignAsync(ScheduleKind.Eligibility, Alan, GroupRoles.Member, group, Days(366))).Code());
        (await Org.AssignAsync(ScheduleKind.Eligibility, Alan, GroupRoles.Member, group, Days(365))).Done();
    }

    [Fact]
    public async Task Rule_15_a_service_principal_is_never_eligible()
    {
        var robot = await Org.SaveAsync(Make.User("Robot") with { Kind = PrincipalKind.ServicePrincipal, UserPrincipalName = null });

        Assert.Equal(RefusalCode.SubjectNotFound, (await Org.AssignAsync(ScheduleKind.Eligibility, robot, Helpdesk, Scope.Tenant)).Code());
        (await Org.AssignAsync(ScheduleKind.Assignment, robot, Helpdesk, Scope.Tenant)).Done();
    }

    [Fact]
    public async Task Rule_16_an_extension_is_asked_for_in_the_last_fourteen_days_and_never_through_a_group()
    {
        var end = Org.Now.AddDays(15);
        var eligibility = await Org.GiveAsync(ScheduleKind.Eligibility, Alan, Helpdesk, Scope.Tenant, end);
        Assert.Equal(RefusalCode.InvalidRoleAssignmentRequestSchedule, (await ExtendAsync(Alan, end.AddDays(30))).Code());

        await Org.PassAsync(TimeSpan.FromDays(1));
        var request = (await ExtendAsync(Alan, end.AddDays(30))).Done();
        Assert.Equal((RequestStatus.PendingAdminDecision, RequestAction.SelfExtend), (request.Status, request.Action));
        Assert.Equal(RefusalCode.PendingRoleAssignmentRequest, (await ExtendAsync(Alan, end.AddDays(30))).Code());
        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await DecideAsync(Barbara, request)).Code());
        (await DecideAsync(Org.Grace, request)).Done();
        Assert.Equal(end.AddDays(30), (await Org.Ports.Schedules.FindAsync(eligibility.Id, Ct))!.Period.End);

        var group = await Org.GroupAsync("Engineers", Barbara);
        await Org.GiveAsync(ScheduleKind.Eligibility, group, Helpdesk, Scope.Tenant, Org.Now.AddDays(1));
        Assert.Contains(RefusalCode.RoleAssignmentDoesNotExist, (await ExtendAsync(Barbara, Org.Now.AddDays(9))).Codes());
    }

    [Fact]
    public async Task Rule_17_a_renewal_is_asked_for_up_to_thirty_days_after_the_end()
    {
        var end = Org.Now.AddDays(1);
        await Org.GiveAsync(ScheduleKind.Eligibility, Alan, Helpdesk, Scope.Tenant, end);
        await Org.GiveAsync(ScheduleKind.Eligibility, Barbara, Helpdesk, Scope.Tenant, end);
        await Org.PassAsync(TimeSpan.FromDays(31));

        var request = (await ExtendAsync(Alan, Org.Now.AddDays(90))).Done();
        Assert.Equal((RequestStatus.PendingAdminDecision, RequestAction.SelfRenew), (request.Status, request.Action));
        var granted = (await DecideAsync(Org.Ada, request)).Done();
        Assert.Equal(new Period(Org.Now, Org.Now.AddDays(90)), (await Org.Ports.Schedules.FindAsync(granted.Schedule!.Value, Ct))!.Period);

        await Org.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(RefusalCode.InvalidRoleAssignmentRequestSchedule, (await ExtendAsync(Barbara, Org.Now.AddDays(90))).Code());
    }

    [Fact]
    public async Task Rule_18_the_last_administrator_and_the_last_owner_of_a_group_stay()
    {
        var group = Scope.OfGroup((await Org.GroupAsync("Engineers")).Id);
        await Org.GiveAsync(ScheduleKind.Assignment, Alan, GroupRoles.Owner, group, Org.Now.AddDays(90));

        Assert.Equal(RefusalCode.CannotDeleteLastAdminAssignment, (await RemoveAsync(Org.Ada, DirectoryRoles.GlobalAdministrator)).Code());
        Assert.Equal(
            RefusalCode.CannotDeleteLastAdminAssignment, (await RemoveAsync(Org.Grace, DirectoryRoles.PrivilegedRoleAdministrator)).Code());
        Assert.Equal(
            RefusalCode.CannotDeleteLastAdminAssignment,
            (await Org.RemoveAsync(ScheduleKind.Assignment, Alan, GroupRoles.Owner, group)).Code());

        await Org.GiveAsync(ScheduleKind.Assignment, Barbara, GroupRoles.Owner, group, Org.Now.AddDays(90));
        (await Org.RemoveAsync(ScheduleKind.Assignment, Alan, GroupRoles.Owner, group)).Done();
    }

    [Fact]
    public async Task Rule_19_activating_what_a_group_is_eligible_for_makes_only_the_caller_active()
    {
        var group = await Org.GroupAsync("Engineers", Alan, Barbara);
        await Org.GiveAsync(ScheduleKind.Eligibility, group, Helpdesk, Scope.Tenant);

        (await Org.AskAsync(Alan, Helpdesk, Scope.Tenant)).Done();

        Assert.True(await Org.HoldsAsync(Alan, Helpdesk, Scope.Tenant));
        Assert.False(await Org.HoldsAsync(Barbara, Helpdesk, Scope.Tenant));
        Assert.False(await Org.HoldsAsync(group, Helpdesk, Scope.Tenant));
    }

    [Fact]
    public async Task Rule_20_an_eligibility_on_a_subscription_is_activated_on_one_resource_group_and_the_others_stay_without()
    {
        var (shop, web, lab) = await TreeAsync();
        await Org.GiveAsync(ScheduleKind.Eligibility, Alan, ResourceRoles.Contributor, shop);

        (await Org.AskAsync(Alan, ResourceRoles.Contributor, web)).Done();

        Assert.True(await Org.HoldsAsync(Alan, ResourceRoles.Contributor, web));
        Assert.False(await Org.HoldsAsync(Alan, ResourceRoles.Contributor, shop));
        Assert.False(await Org.HoldsAsync(Alan, ResourceRoles.Contributor, lab));
        (await Org.AskAsync(Alan, ResourceRoles.Contributor, lab)).Done();
        Assert.Equal(RefusalCode.EligibilityRule, (await Org.AskAsync(Barbara, ResourceRoles.Contributor, web)).Code());
    }

    [Fact]
    public async Task Rule_21_settings_of_a_subscription_leave_those_of_its_resource_groups_as_they_were()
    {
        var (shop, web, _) = await TreeAsync();
        await Org.DemandAsync(ResourceRoles.Contributor, shop, new ActivationSettings { RequiresTicket = true });
        await Org.GiveAsync(ScheduleKind.Eligibility, Alan, ResourceRoles.Contributor, shop);

        Assert.False((await Org.Ports.Policies.GetAsync(ResourceRoles.Contributor, web, Ct)).Activation.RequiresTicket);
        (await Org.AskAsync(Alan, ResourceRoles.Contributor, web)).Done();
        Assert.Equal(RefusalCode.TicketingRule, (await Org.AskAsync(Alan, ResourceRoles.Contributor, shop)).Code());
    }

    [Fact]
    public async Task Rule_22_changing_one_rule_leaves_the_others_as_they_were()
    {
        var before = RolePolicy.Default(Helpdesk, Scope.Tenant);
        var change = Org.The<ChangeRoleSettings>();
        var mails = new NotificationSettings { Activation = new() { Administrators = new() { AdditionalRecipients = ["soc@regent.example"] } } };
        var first = (await change.ExecuteAsync(Org.As(Org.Ada), before with { Notifications = mails }, Ct)).Done();
        var second = (await change.ExecuteAsync(
            Org.As(Org.Grace), first with { Assignment = first.Assignment with { RequiresMfa = true } }, Ct)).Done();

        var read = await Org.Ports.Policies.GetAsync(Helpdesk, Scope.Tenant, Ct);

        Assert.Equal(2, read.Version);
        Assert.Equal((mails, before.Eligibility, second.Assignment), (read.Notifications, read.Eligibility, read.Assignment));
        Assert.Equal(before.Activation.MaximumDuration, read.Activation.MaximumDuration);
        Assert.Equal(RefusalCode.PolicyChangedMeanwhile, (await change.ExecuteAsync(Org.As(Org.Ada), first, Ct)).Code());
    }

    private static Expiration.AfterDuration Days(int days) => new(TimeSpan.FromDays(days));

    private async Task<(Scope Shop, Scope Web, Scope Lab)> TreeAsync()
    {
        var shop = await Org.ScopeAsync(Shop, "Shop");
        return (shop, await Org.ScopeAsync($"{Shop}/resourceGroups/web", "web", shop), await Org.ScopeAsync($"{Shop}/resourceGroups/lab", "lab", shop));
    }

    private Task<Outcome<ScheduleRequest>> ExtendAsync(Principal who, DateTimeOffset until) =>
        Org.ExtendAsync(who, ScheduleKind.Eligibility, Helpdesk, Scope.Tenant, until);

    private Task<Outcome<ScheduleRequest>> DecideAsync(Principal who, ScheduleRequest request, bool approve = true) =>
        Org.The<DecideExtension>().ExecuteAsync(Org.As(who), request.Id, approve, "As discussed.", change: null, Ct);

    private Task<Outcome<ScheduleRequest>> RemoveAsync(Principal from, RoleDefinitionId role) =>
        Org.RemoveAsync(ScheduleKind.Assignment, from, role, Scope.Tenant);
}
