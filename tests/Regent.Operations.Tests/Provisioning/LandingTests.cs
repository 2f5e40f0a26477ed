using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Testing;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>Access lands in a target, is seen there, and is gone in time.</summary>
public sealed class LandingTests
{
    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);

    [Fact]
    public async Task An_activation_is_being_given_until_it_is_seen()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);

        Assert.Equal(["alan.turing in admins Provisioning"], site.Ledger);
        Assert.Null(Assert.Single(site.Receipts).ObservedAt);

        await site.LandAsync();

        Assert.Equal(["alan.turing in admins InEffect"], site.Ledger);
        Assert.Equal([site.Alans], site.System.Held);
        Assert.Equal(site.Office.Now, Assert.Single(site.Receipts).ObservedAt);
    }

    [Fact]
    public async Task It_is_gone_at_its_end_and_the_receipt_says_so()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.PassAsync(TwoHours - TimeSpan.FromSeconds(1));
        Assert.Equal([site.Alans], site.System.Held);

        await site.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Empty(site.System.Held);
        Assert.Equal(["alan.turing in admins Gone"], site.Ledger);
        var receipt = Assert.Single(site.Receipts);
        Assert.Equal((site.Office.Now, site.Office.Now), (receipt.RevokedAt, receipt.GoneAt));
        Assert.False(receipt.IsOpen);
    }

    [Fact]
    public async Task Deactivating_takes_it_back_at_once()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.PassAsync(TimeSpan.FromMinutes(10));

        await site.Office.DeactivateAsync(site.Office.Alan);
        await site.LandAsync();

        Assert.Empty(site.System.Held);
    }

    [Fact]
    public async Task What_two_assignments_cover_stays_until_the_last_one_ends()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();
        await site.GiveToGroupOfAsync(site.Office.Alan, TimeSpan.FromHours(3));

        await site.PassAsync(TwoHours);
        Assert.Equal([site.Alans], site.System.Held);
        Assert.Equal([false, true], site.Receipts.Select(receipt => receipt.IsKept).Order());

        await site.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(site.System.Held);
        Assert.DoesNotContain(site.Receipts, receipt => receipt.IsOpen);
        Assert.Single(site.System.Calls, call => call.StartsWith("revoke", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_roles_that_give_the_same_thing_are_one_line()
    {
        using var site = await LandingSite.OpenAsync();
        var other = Office.RoleNamed("User Administrator");
        await site.MapAsync(site.Mapping with { Id = MappingId.At(site.Office.Now), Role = other });
        await site.Office.AskedAsync(site.Office.Alan);
        await site.Office.AssignAsync(
            site.Office.Ada,
            site.Office.Give(site.Office.Alan, ScheduleKind.Assignment, other) with { Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(1)) });
        await site.LandAsync();
        Assert.Equal(["alan.turing in admins InEffect"], site.Ledger);

        await site.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal([site.Alans], site.System.Held);

        await site.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(site.System.Held);
    }

    [Fact]
    public async Task A_target_that_does_not_answer_is_tried_until_it_does()
    {
        using var site = await LandingSite.OpenAsync();
        site.System.Silence = "Connection refused";
        await site.Office.AskedAsync(site.Office.Alan);

        await site.PassAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(["alan.turing in admins Provisioning failing: Connection refused"], site.Ledger);
        Assert.True((await site.Office.World.Targets.HealthAsync(Office.Ct))[site.Target.Id].IsOpen);

        site.System.Silence = null;
        await site.PassAsync(TargetHealth.LongestPause);

        Assert.Equal(["alan.turing in admins InEffect"], site.Ledger);
        Assert.False((await site.Office.World.Targets.HealthAsync(Office.Ct))[site.Target.Id].IsOpen);
    }

    [Fact]
    public async Task Taking_back_never_gives_up()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();
        site.System.Refusals[site.Alans] = TargetAnswer.Refused("insufficientAccessRights");

        await site.PassAsync(TwoHours);
        await site.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(["alan.turing in admins Ending failing: insufficientAccessRights"], site.Ledger);

        site.System.Refusals.Clear();
        await site.PassAsync(TimeSpan.FromMinutes(20));

        Assert.Empty(site.System.Held);
        Assert.Equal(["alan.turing in admins Gone"], site.Ledger);
    }

    [Fact]
    public async Task What_is_refused_until_a_moment_is_tried_again_at_that_moment()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();
        await site.PassAsync(TwoHours - TimeSpan.FromMinutes(5));
        var over = site.Office.Now.AddMinutes(7);
        site.System.Refusals[site.Alans] = TargetAnswer.Refused("Too young.") with { RetryAt = over };

        await site.PassAsync(over - site.Office.Now - TimeSpan.FromSeconds(1));
        Assert.Equal(over, Assert.Single(site.Office.World.Ledger.All).RetryAt);
        Assert.Equal(["alan.turing in admins Ending failing: Too young."], site.Ledger);
        site.System.Refusals.Clear();

        await site.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["alan.turing in admins Gone"], site.Ledger);
    }

    [Fact]
    public async Task A_moment_that_is_over_brings_no_call_at_once()
    {
        using var site = await LandingSite.OpenAsync();
        site.System.Refusals[site.Alans] = TargetAnswer.Refused("Too young.") with { RetryAt = site.Office.Now.AddMinutes(-1) };

        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();

        Assert.True(Assert.Single(site.Office.World.Ledger.All).RetryAt > site.Office.Now);
    }

    [Fact]
    public async Task What_is_refused_while_given_does_not_hold_up_taking_it_back()
    {
        using var site = await LandingSite.OpenAsync();
        site.System.Refusals[site.Alans] = TargetAnswer.UnknownAccount("alan.turing");
        await site.Office.AskedAsync(site.Office.Alan);
        await site.PassAsync(TimeSpan.FromHours(1));
        site.System.Refusals.Clear();
        site.System.Put(site.Alans);

        await site.Office.DeactivateAsync(site.Office.Alan);
        await site.LandAsync();

        Assert.Empty(site.System.Held);
        Assert.Equal(["alan.turing in admins Gone"], site.Ledger);
    }

    [Fact]
    public async Task A_target_that_takes_and_forgets_is_not_believed()
    {
        using var site = await LandingSite.OpenAsync();
        site.System.Forgets = true;
        await site.Office.AskedAsync(site.Office.Alan);

        await site.LandAsync();

        Assert.Equal(["alan.turing in admins Provisioning failing: The target took it, yet it is not there."], site.Ledger);
        Assert.NotNull(Assert.Single(site.Receipts).WrittenAt);
        Assert.Null(Assert.Single(site.Receipts).ObservedAt);
    }

    [Fact]
    public async Task A_target_that_cannot_be_asked_is_believed_and_never_said_to_have_been_seen()
    {
        using var site = await LandingSite.OpenAsync();
        site.System.IsBlind = true;
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();

        Assert.Equal(["alan.turing in admins InEffect"], site.Ledger);
        Assert.Equal((site.Office.Now, null), (Assert.Single(site.Receipts).WrittenAt, Assert.Single(site.Receipts).ObservedAt));

        await site.PassAsync(TwoHours);
        Assert.Equal(["grant alan.turing in admins", "revoke alan.turing in admins"], site.System.Calls);
        Assert.False(Assert.Single(site.Receipts).IsOpen);
    }

    [Fact]
    public async Task What_ends_while_the_target_answers_is_taken_back_with_a_receipt_that_says_so()
    {
        using var site = await LandingSite.OpenAsync(new Landing(WarnBefore: null, CloseBefore: null, EndSessions: true));
        await site.Office.AskedAsync(site.Office.Alan);
        site.System.Asked = _ => site.Office.World.Clock.Advance(TwoHours);
        await site.LandAsync();
        site.System.Asked = _ => { };
        await site.LandAsync();

        Assert.Empty(site.System.Held);
        var receipt = Assert.Single(site.Receipts);
        Assert.False(receipt.IsKept);
        Assert.NotNull(receipt.ObservedAt);
        Assert.NotNull(receipt.GoneAt);
        Assert.Equal("end sessions alan.turing in admins", site.System.Calls[^1]);
    }

    [Fact]
    public async Task Nothing_is_given_before_it_is_on_record_that_it_will_be()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan, site.Office.Ask(site.Office.Alan) with { Start = site.Office.Now.AddDays(1) });
        Assert.Equal(["alan.turing in admins Planned"], site.Ledger);
        var seen = new List<string>();
        site.System.Asked = _ => seen.AddRange(site.Ledger);

        await site.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(["alan.turing in admins Provisioning"], seen);
        Assert.Equal([site.Alans], site.System.Held);
    }

    [Fact]
    public async Task What_is_withdrawn_before_it_begins_never_gets_there()
    {
        using var site = await LandingSite.OpenAsync();
        var request = await site.Office.AskedAsync(site.Office.Alan, site.Office.Ask(site.Office.Alan) with { Start = site.Office.Now.AddDays(1) });

        await site.Office.CancelAsync(site.Office.Alan, request);
        await site.PassAsync(TimeSpan.FromDays(2));

        Assert.Empty(site.System.Calls);
        Assert.DoesNotContain(site.Receipts, receipt => receipt.IsOpen);
    }

    [Fact]
    public async Task Everybody_in_a_group_has_what_the_group_is_given_as_long_as_they_are_in_it()
    {
        using var site = await LandingSite.OpenAsync();
        var group = site.Office.World.AddGroup("Desk", site.Office.Barbara);
        await site.Office.AssignAsync(site.Office.Ada, site.Office.Give(group, ScheduleKind.Assignment) with { Expiration = new Expiration.Never() });
        await site.LandAsync();
        Assert.Equal([new Holding("barbara.liskov", LandingSite.Thing)], site.System.Held);

        await site.Office.LeaveAsync(group, site.Office.Barbara);
        await site.WriteAsync(ct => site.Office.The<Regent.Operations.Recording.LedgerPlanner>()
            .FollowHoldersAsync([site.Office.Barbara.Id], site.Office.Now, ct));
        await site.LandAsync();

        Assert.Empty(site.System.Held);
    }

    [Fact]
    public async Task Who_is_disabled_loses_everything_at_once()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();

        site.Office.World.Add(site.Office.Alan with { IsEnabled = false });
        await site.WriteAsync(ct => site.Office.The<Regent.Operations.Recording.EligibilityLoss>()
            .EndLostActivationsOfAsync(site.Office.Alan.Id, by: null, site.Office.Now, ct));
        await site.LandAsync();

        Assert.Empty(site.System.Held);
    }

    [Fact]
    public async Task The_target_is_told_the_end_and_told_again_when_it_moves()
    {
        using var site = await LandingSite.OpenAsync();
        var request = await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();
        Assert.Equal(site.Office.Now + TwoHours, site.System.Ends[site.Alans]);

        await site.GiveToGroupOfAsync(site.Office.Alan, TimeSpan.FromHours(3));
        await site.LandAsync();

        Assert.Equal(request.CreatedAt + TimeSpan.FromHours(3), site.System.Ends[site.Alans]);
    }

    [Fact]
    public async Task It_ends_softly_step_by_step()
    {
        using var site = await LandingSite.OpenAsync(new Landing(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(5), EndSessions: true));
        await site.Office.AskedAsync(site.Office.Alan);
        await site.PassAsync(TwoHours - TimeSpan.FromMinutes(16));
        Assert.Equal(["grant alan.turing in admins"], site.System.Calls);

        await site.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("warn alan.turing in admins", site.System.Calls[^1]);
        await site.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("close alan.turing in admins", site.System.Calls[^1]);
        await site.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(["revoke alan.turing in admins", "end sessions alan.turing in admins"], site.System.Calls.TakeLast(2));
        Assert.Equal(5, site.System.Calls.Count);
    }

    [Fact]
    public async Task What_cannot_be_closed_before_its_end_is_no_failure_and_ends_as_planned()
    {
        using var site = await LandingSite.OpenAsync(new Landing(WarnBefore: null, TimeSpan.FromMinutes(5), EndSessions: false));
        await site.Office.AskedAsync(site.Office.Alan);
        await site.PassAsync(TwoHours - TimeSpan.FromMinutes(6));
        site.System.Refusals[site.Alans] = TargetAnswer.Done with { Words = "Cannot close: alan.turing has other roles as well." };
        await site.PassAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(["alan.turing in admins InEffect"], site.Ledger);

        site.System.Refusals.Clear();
        await site.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["grant alan.turing in admins", "close alan.turing in admins", "revoke alan.turing in admins"], site.System.Calls);
        Assert.Equal(["alan.turing in admins Gone"], site.Ledger);
    }

    [Fact]
    public async Task Nothing_is_written_before_an_administrator_lets_it()
    {
        using var site = await LandingSite.OpenAsync();
        await site.SaveAsync(site.Target with { State = TargetState.New });
        await site.Office.AskedAsync(site.Office.Alan);

        await site.LandAsync();
        Assert.Empty(site.System.Calls);

        await site.SaveAsync(site.Target with { State = TargetState.Live });
        await site.LandAsync();
        Assert.Equal([site.Alans], site.System.Held);
    }

    [Fact]
    public async Task A_role_at_another_scope_gives_nothing()
    {
        using var site = await LandingSite.OpenAsync();
        var unit = site.Office.World.Add(new ScopeNode(Scope.OfUnit(Make.NewId()), "North", Scope.Tenant));
        await site.MapAsync(site.Mapping with { Id = MappingId.At(site.Office.Now), Scope = unit, Entitlements = ["north"] });

        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();

        // What is held for the whole tenant holds in its units too.
        Assert.Equal([site.Alans, new Holding("alan.turing", "north")], site.System.Held.OrderBy(holding => holding.Entitlement));
    }
}
