using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class DecideRequestTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Where_no_approver_is_named_active_administrators_decide()
    {
        office.DemandApproval();

        var request = (await office.DecideAsync(office.Grace, await office.AskedAsync(office.Alan))).Done();

        Assert.Equal((RequestStatus.Provisioned, office.Grace.Id), (request.Status, request.Approval!.Decision!.By));
        Assert.True(await office.HoldsAsync(office.Alan));
    }

    [Fact]
    public async Task Who_administers_through_a_group_decides_as_well()
    {
        office.World.Assign(office.World.AddGroup("Admins", office.World.AddGroup("Inner", office.Barbara)), DirectoryRoles.GlobalAdministrator);
        office.DemandApproval();

        Assert.Equal(RequestStatus.Denied, (await office.DecideAsync(office.Barbara, await office.AskedAsync(office.Alan), approve: false)).Done().Status);
    }

    [Fact]
    public async Task Who_is_only_eligible_to_administer_does_not_decide()
    {
        office.World.MakeEligible(office.Barbara, DirectoryRoles.GlobalAdministrator);
        office.DemandApproval();

        Assert.Equal(
            RefusalCode.AuthorizationRequestDenied, (await office.DecideAsync(office.Barbara, await office.AskedAsync(office.Alan))).Code());
    }

    [Fact]
    public async Task Where_approvers_are_named_administrators_do_not_decide()
    {
        office.DemandApproval(office.Barbara);
        var request = await office.AskedAsync(office.Alan);

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await office.DecideAsync(office.Ada, request)).Code());
        Assert.Equal(RequestStatus.Provisioned, (await office.DecideAsync(office.Barbara, request)).Done().Status);
    }

    [Fact]
    public async Task Members_of_a_named_group_decide_as_long_as_they_are_members()
    {
        var katherine = office.World.AddUser("Katherine Johnson");
        var inner = office.World.AddGroup("Inner", office.Barbara, katherine);
        office.DemandApproval(office.World.AddGroup("Outer", inner));
        var request = await office.AskedAsync(office.Alan);

        await office.LeaveAsync(inner, office.Barbara);

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await office.DecideAsync(office.Barbara, request)).Code());
        Assert.Equal(RequestStatus.Provisioned, (await office.DecideAsync(katherine, request)).Done().Status);
    }

    [Fact]
    public async Task Who_is_disabled_decides_nothing()
    {
        office.DemandApproval(office.Barbara, office.Grace);
        var request = await office.AskedAsync(office.Alan);
        office.Disable(office.Barbara);

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await office.DecideAsync(office.Barbara, request)).Code());
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_request_in_whatever_way_they_would_be_approver()
    {
        var ways = new Action<Office>[]
        {
            one => one.DemandApproval(one.Alan, one.Grace),
            one => one.DemandApproval(one.World.AddGroup("Outer", one.World.AddGroup("Inner", one.Alan)), one.Grace),
            one =>
            {
                one.World.Assign(one.Alan, DirectoryRoles.GlobalAdministrator);
                one.DemandApproval();
            },
            one =>
            {
                one.World.Assign(one.World.AddGroup("Admins", one.Alan), DirectoryRoles.PrivilegedRoleAdministrator);
                one.DemandApproval();
            },
            one => one.DemandApproval(),
        };

        foreach (var way in ways)
        {
            using var one = new Office();
            way(one);
            var request = await one.AskedAsync(one.Alan);

            Assert.DoesNotContain("ApprovalNeeded to Alan", one.Mails);
            Assert.Equal(RefusalCode.SelfApprovalNotAllowed, (await one.DecideAsync(one.Alan, request)).Code());
            Assert.Equal(RefusalCode.SelfApprovalNotAllowed, (await one.DecideAsync(one.Alan, request, approve: false)).Code());
            Assert.Equal(RequestStatus.PendingApproval, (await one.NowAsync(request)).Status);
        }
    }

    [Fact]
    public async Task The_second_learns_who_was_first_and_how_it_went()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        await office.DecideAsync(office.Grace, request, approve: false);

        var second = await office.DecideAsync(office.Ada, request);

        Assert.Equal(RefusalCode.RequestAlreadyDecided, second.Code());
        Assert.Equal("Grace Hopper has already denied this request.", second.Message());
        Assert.Equal(RequestStatus.Denied, (await office.NowAsync(request)).Status);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_is_heard_and_the_other_learns_of_it()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);

        var outcomes = await Task.WhenAll(
            Task.Run(() => office.DecideAsync(office.Ada, request)), Task.Run(() => office.DecideAsync(office.Grace, request, approve: false)));

        Assert.Single(outcomes.OfType<Outcome<ScheduleRequest>.Done>());
        Assert.Equal(RefusalCode.RequestAlreadyDecided, Assert.Single(outcomes.OfType<Outcome<ScheduleRequest>.Refused>()).Code());
        Assert.Single(office.Record, line => line.Contains("approved", StringComparison.Ordinal) || line.Contains("denied", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stranger_learns_nothing_of_what_was_decided()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        await office.DecideAsync(office.Grace, request, approve: false);

        var outcome = await office.DecideAsync(office.Barbara, request);

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, outcome.Code());
        Assert.DoesNotContain("Grace", outcome.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_never_waited_is_unknown_as_something_to_decide()
    {
        var request = await office.AskedAsync(office.Alan);

        Assert.Equal(RefusalCode.RoleAssignmentRequestNotFound, (await office.DecideAsync(office.Grace, request)).Code());
        Assert.Equal(
            RefusalCode.RoleAssignmentRequestNotFound,
            (await office.The<DecideRequest>().ExecuteAsync(office.As(office.Grace), default, approve: true, "Yes.", Office.Ct)).Code());
    }

    [Fact]
    public async Task What_was_withdrawn_is_no_longer_decided()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        (await office.CancelAsync(office.Alan, request)).Done();

        Assert.Equal(RefusalCode.RequestAlreadyDecided, (await office.DecideAsync(office.Grace, request)).Code());
    }

    [Fact]
    public async Task Approval_is_recorded_and_mailed_once()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromMinutes(30));

        await office.DecideAsync(office.Grace, request);
        await office.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(
            [
                "Alan: Add member to role requested (PIM activation)",
                "Alan: Add member to role approval requested (PIM activation)",
                "Grace: Add member to role request approved (PIM activation)",
                "Regent: Add member to role completed (PIM activation)",
                "Regent: Remove member from role (PIM activation expired)",
            ],
            office.Record);
        Assert.Equal("Go ahead.", office.World.Audit.Entries[2].Reason);
        Assert.Equal(
            [
                "Activated to Alan", "ActivationAlert to Ada", "ActivationAlert to Grace", "ApprovalNeeded to Ada", "ApprovalNeeded to Grace",
                "Ended to Alan", "EndingSoon to Alan",
            ],
            office.Mails);
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task Denial_is_recorded_and_mailed_to_the_requestor_alone()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);

        await office.DecideAsync(office.Grace, request, approve: false);
        await office.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal("Grace: Add member to role request denied (PIM activation)", office.Record[^1]);
        Assert.Equal(["ApprovalNeeded to Ada", "ApprovalNeeded to Grace", "Denied to Alan"], office.Mails);
        Assert.False(await office.HoldsAsync(office.Alan));
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task Approved_after_the_wished_start_the_full_duration_runs_from_the_approval()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan, office.Ask(office.Alan) with { Start = office.Now.AddHours(1) });
        await office.PassAsync(TimeSpan.FromHours(3));

        await office.DecideAsync(office.Grace, request);
        await office.PassAsync(TimeSpan.FromHours(2) - TimeSpan.FromTicks(1));

        Assert.True(await office.HoldsAsync(office.Alan));
        await office.PassAsync(TimeSpan.FromTicks(1));
        Assert.False(await office.HoldsAsync(office.Alan));
    }

    [Fact]
    public async Task Approved_before_the_wished_start_it_is_told_now_and_begins_then()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan, office.Ask(office.Alan) with { Start = office.Now.AddHours(3) });

        var granted = (await office.DecideAsync(office.Grace, request)).Done();

        Assert.Equal(RequestStatus.Granted, granted.Status);
        Assert.Contains("Approved to Alan", office.Mails);
        Assert.False(await office.HoldsAsync(office.Alan));
        await office.PassAsync(TimeSpan.FromHours(3));
        Assert.True(await office.HoldsAsync(office.Alan));
        Assert.Equal(RequestStatus.Provisioned, (await office.NowAsync(request)).Status);
        Assert.Contains("Activated to Alan", office.Mails);
    }

    [Fact]
    public async Task Approved_late_it_ends_with_the_eligibility()
    {
        office.DemandApproval();
        office.World.MakeEligible(office.Barbara, office.Role, office.Now.AddHours(5));
        var request = await office.AskedAsync(office.Barbara);
        await office.PassAsync(TimeSpan.FromHours(4));

        var approved = (await office.DecideAsync(office.Grace, request)).Done();

        var schedule = await office.World.Schedules.FindAsync(approved.Schedule!.Value, Office.Ct);
        Assert.Equal(office.Now.AddHours(1), schedule!.Effective.End);
    }

    [Fact]
    public async Task What_can_no_longer_be_granted_is_not_approved_and_still_waits()
    {
        var losses = new Func<Office, Principal, Task>[]
        {
            async (one, group) => await one.LeaveAsync(group, one.Barbara),
            (one, _) => Task.FromResult(one.Disable(one.Barbara)),
            async (one, group) =>
            {
                await one.PassAsync(TimeSpan.FromMinutes(5));
                (await one.RemoveAsync(one.Ada, group, ScheduleKind.Eligibility)).Done();
            },
        };

        foreach (var lose in losses)
        {
            using var one = new Office();
            one.DemandApproval();
            var group = one.World.AddGroup("Engineers", one.Barbara);
            one.World.MakeEligible(group, one.Role);
            var request = await one.AskedAsync(one.Barbara);
            await lose(one, group);

            var outcome = await one.DecideAsync(one.Grace, request);

            Assert.Equal(RefusalCode.EligibilityRule, outcome.Code());
            Assert.DoesNotContain("You", outcome.Message(), StringComparison.Ordinal);
            Assert.Equal(RequestStatus.PendingApproval, (await one.NowAsync(request)).Status);
            Assert.Equal(RequestStatus.Denied, (await one.DecideAsync(one.Grace, request, approve: false)).Done().Status);
        }
    }

    [Fact]
    public async Task Settings_that_became_stricter_count_when_it_is_approved()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        office.Demand(settings => settings with
        {
            RequiresApproval = true,
            RequiresMfa = true,
            MaximumDuration = TimeSpan.FromHours(1),
        });

        Assert.Equal([RefusalCode.MfaRule, RefusalCode.ExpirationRule], (await office.DecideAsync(office.Grace, request)).Codes().Order());
    }

    [Fact]
    public async Task The_second_factor_given_when_asking_counts_when_it_is_approved()
    {
        office.Demand(settings => settings with { RequiresApproval = true, RequiresMfa = true });
        var request = await office.AskedAsync(office.Alan, withMfa: true);
        await office.PassAsync(TimeSpan.FromHours(20));

        Assert.Equal(RequestStatus.Provisioned, (await office.DecideAsync(office.Grace, request)).Done().Status);
    }

    [Fact]
    public async Task The_approvers_named_now_decide_not_those_named_then()
    {
        office.DemandApproval(office.Barbara);
        var request = await office.AskedAsync(office.Alan);
        office.DemandApproval(office.Grace);

        Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await office.DecideAsync(office.Barbara, request)).Code());
        Assert.Equal(RequestStatus.Provisioned, (await office.DecideAsync(office.Grace, request)).Done().Status);
    }

    [Fact]
    public async Task What_an_administrator_assigned_meanwhile_is_not_activated_on_top()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        (await office.AssignAsync(office.Ada, office.Give(office.Alan, ScheduleKind.Assignment))).Done();

        Assert.Equal(RefusalCode.RoleAssignmentExists, (await office.DecideAsync(office.Grace, request)).Code());
    }

    [Fact]
    public async Task A_tick_before_24_hours_is_in_time_and_24_hours_are_not()
    {
        office.DemandApproval();
        var request = await office.AskedAsync(office.Alan);
        office.Skip(TimeSpan.FromHours(24));
        Assert.Equal(RefusalCode.RequestAlreadyDecided, (await office.DecideAsync(office.Grace, request)).Code());

        using var other = new Office();
        other.DemandApproval();
        request = await other.AskedAsync(other.Alan);
        other.Skip(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.Equal(RequestStatus.Provisioned, (await other.DecideAsync(other.Grace, request)).Done().Status);
    }
}
