using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Operations.Recording;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>A target is found somewhere else: nothing is stranded in the old place, and nothing written in the new one before its plan was seen.</summary>
public sealed class MoveTargetTests
{
    private const string There = "https://there.example";
    private const string Here = "https://here.example";

    [Fact]
    public async Task What_is_not_about_the_place_changes_a_live_target_and_it_stays_live()
    {
        using var site = await HeldAsync();

        var changed = (await SaveAsync(site, Ask(There, "sesame") with { Name = "Renamed", SweepEvery = TimeSpan.FromMinutes(30) })).Done();

        Assert.Equal((TargetState.Live, "Renamed"), (changed.State, changed.Name));
    }

    [Fact]
    public async Task Another_place_is_refused_while_anything_is_in_the_old_one_that_Regent_gave()
    {
        using var site = await HeldAsync();

        var refused = await SaveAsync(site, Ask(Here));

        var why = Assert.Single(Assert.IsType<Outcome<Target>.Refused>(refused).Reasons);
        Assert.Equal("moved", why.Target);
        Assert.Contains("Regent gave 1 access in The system, and with another Address", why.Message, StringComparison.Ordinal);
        Assert.Equal((There, TargetState.Live), await WhereAsync(site));
    }

    [Theory]
    [InlineData(TargetState.Live)]
    [InlineData(TargetState.Paused)]
    public async Task What_may_be_there_counts_while_it_is_taken_back_in_vain(TargetState state)
    {
        using var site = await HeldAsync();
        site.System.Refusals[site.Alans] = TargetAnswer.Refused("insufficientAccessRights");
        (await site.Office.DeactivateAsync(site.Office.Alan)).Done();
        await site.LandAsync();
        await site.SaveAsync(site.Target with { State = state });

        Assert.Equal(RefusalCode.InvalidTarget, (await SaveAsync(site, Ask(Here))).Code());
    }

    [Fact]
    public async Task Once_nothing_is_left_there_it_moves_and_begins_anew()
    {
        using var site = await HeldAsync();
        site.System.Put(new Holding("stranger", LandingSite.Thing));
        (await site.Office.DeactivateAsync(site.Office.Alan)).Done();
        await SweptAsync(site);
        Assert.NotEmpty(await site.Office.World.Ledger.DriftAsync(site.Target.Id, Office.Ct));

        var moved = (await SaveAsync(site, Ask(Here))).Done();

        Assert.Equal(TargetState.New, moved.State);
        Assert.Empty(await site.Office.World.Ledger.DriftAsync(site.Target.Id, Office.Ct));
        Assert.Null((await site.Office.World.Targets.HealthAsync(Office.Ct))[site.Target.Id].SweptAt);
        Assert.Equal(
            "Another place: Address.", Assert.Single(site.Office.World.Audit.Entries, entry => entry.Activity == AuditActivities.TargetUpdated).Reason);
    }

    [Fact]
    public async Task Nothing_is_written_in_the_new_place_before_its_plan_was_seen_and_it_was_started()
    {
        using var site = await LandingSite.OpenAsync();
        (await SaveAsync(site, Ask(Here))).Done();
        await site.Office.AskedAsync(site.Office.Alan);

        await site.LandAsync();
        Assert.Empty(site.System.Calls);
        Assert.Equal(RefusalCode.InvalidTarget, (await StartAsync(site)).Code());

        (await site.Office.The<PlanTarget>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct)).Done();
        (await StartAsync(site)).Done();
        await site.LandAsync();
        Assert.Equal([site.Alans], site.System.Held);
    }

    [Fact]
    public async Task The_same_system_under_another_address_keeps_its_ledger_and_all_of_it_is_looked_at_again()
    {
        using var site = await HeldAsync();
        await site.GiveToGroupOfAsync(site.Office.Barbara, TimeSpan.FromHours(1));
        await site.LandAsync();

        Assert.Equal(TargetState.New, (await SaveAsync(site, Ask(Here) with { HasMoved = true })).Done().State);
        Assert.Equal(["alan.turing in admins InEffect", "barbara.liskov in admins InEffect"], site.Ledger);
        (await site.Office.DeactivateAsync(site.Office.Alan)).Done();
        site.System.Take(new Holding("barbara.liskov", LandingSite.Thing));
        await site.LandAsync();
        Assert.Equal([site.Alans], site.System.Held);

        (await site.Office.The<PlanTarget>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct)).Done();
        (await StartAsync(site)).Done();
        await site.LandAsync();

        Assert.Equal([new Holding("barbara.liskov", LandingSite.Thing)], site.System.Held);
        Assert.Equal(["alan.turing in admins Gone", "barbara.liskov in admins InEffect"], site.Ledger);
        Assert.Contains(site.Office.World.Audit.Entries, entry => entry.Reason == "The same system under another address: Address.");
    }

    [Fact]
    public async Task An_end_that_came_nearer_while_it_was_being_moved_is_kept()
    {
        using var site = await LandingSite.OpenAsync();
        var (office, group) = (site.Office, site.Office.World.AddGroup("Desk"));
        var member = office.World.Add(Make.Assignment(office.Alan.Id, GroupRoles.Member, office.Now, office.Now.AddHours(8)) with { Scope = Scope.OfGroup(group.Id) });
        (await office.AssignAsync(office.Ada, office.Give(group, ScheduleKind.Assignment) with { Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(8)) })).Done();
        await site.LandAsync();
        Assert.Equal([site.Alans], site.System.Held);
        (await SaveAsync(site, Ask(Here) with { HasMoved = true })).Done();
        office.World.Add(member with { Period = new Period(office.Now, office.Now.AddMinutes(20)) });
        await site.WriteAsync(ct => office.The<LedgerPlanner>().FollowHoldersAsync([office.Alan.Id], office.Now, ct));
        (await site.Office.The<PlanTarget>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct)).Done();
        (await StartAsync(site)).Done();

        await site.PassAsync(TimeSpan.FromMinutes(20));

        Assert.Empty(site.System.Held);
    }

    [Fact]
    public async Task What_was_only_owed_in_a_target_that_was_never_started_is_nowhere_to_be_left()
    {
        using var site = await LandingSite.OpenAsync();
        await site.SaveAsync(site.Target with { State = TargetState.New });
        await site.Office.AskedAsync(site.Office.Alan);
        Assert.Equal(["alan.turing in admins Provisioning"], site.Ledger);

        Assert.Equal(TargetState.New, (await SaveAsync(site, Ask(Here))).Done().State);
    }

    [Fact]
    public async Task What_was_given_before_it_moved_is_not_stranded_by_moving_it_once_more()
    {
        using var site = await HeldAsync();
        (await SaveAsync(site, Ask(Here) with { HasMoved = true })).Done();

        Assert.Equal(RefusalCode.InvalidTarget, (await SaveAsync(site, Ask("https://elsewhere.example"))).Code());
    }

    [Fact]
    public async Task A_lane_that_was_entered_while_it_moved_does_nothing_in_the_old_place()
    {
        using var site = await LandingSite.OpenAsync();
        site.Office.World.TargetAgenda.Entering = async () =>
        {
            site.Office.World.TargetAgenda.Entering = () => Task.CompletedTask;
            (await SaveAsync(site, Ask(Here))).Done();
            await site.Office.AskedAsync(site.Office.Alan);
        };
        await site.WriteAsync(ct => site.Office.World.TargetAgenda.WakeAsync(
            site.Target.Id, [new WakeUp(TargetWork.Sweep, site.Target.Id.Value, site.Office.Now)], site.Office.Now, ct));

        await site.LandAsync();

        Assert.Equal(0, site.System.Lists);
        Assert.Empty(site.System.Calls);
    }

    [Fact]
    public async Task What_would_be_given_where_it_was_when_it_was_read_is_not()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan, site.Office.Ask(site.Office.Alan) with { Start = site.Office.Now.AddHours(1) });
        await site.Office.PassAsync(TimeSpan.FromHours(1));
        (await SaveAsync(site, Ask(Here))).Done();
        var line = Assert.Single(site.Office.World.Ledger.All);
        Assert.Equal(LedgerState.Planned, line.State);

        var result = await site.Office.The<EntitlementConverger>().ConvergeAsync(
            site.Target, TargetWork.Converge, [line.Id], site.Office.Now.AddSeconds(1), Office.Ct);

        Assert.True(result.AnsweredNothing);
        Assert.Empty(site.System.Calls);
        Assert.Equal([line], site.Office.World.Ledger.All);
    }

    [Fact]
    public async Task A_secret_that_is_kept_is_not_shown_to_another_address_neither_tried_nor_saved()
    {
        using var site = await LandingSite.OpenAsync();
        await KeySavedAsync(site);
        site.System.Asked = _ => throw new InvalidOperationException("It was shown.");
        var check = site.Office.The<CheckTarget>();

        foreach (var reasons in new[]
        {
            ReasonsOf(await check.ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, Ask(Here), Office.Ct)),
            ReasonsOf(await SaveAsync(site, Ask(Here) with { HasMoved = true })),
        })
        {
            var why = Assert.Single(reasons);
            Assert.Equal("key", why.Target);
            Assert.StartsWith("Type it again: Address changed", why.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_secret_that_is_typed_again_or_whose_address_stays_is_used()
    {
        using var site = await LandingSite.OpenAsync();
        await KeySavedAsync(site);
        var check = site.Office.The<CheckTarget>();

        (await check.ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, Ask(There), Office.Ct)).Done();
        (await check.ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, Ask(Here, "sesame"), Office.Ct)).Done();
        (await SaveAsync(site, Ask(Here, "sesame"))).Done();

        var kept = (await site.Office.World.Targets.FindAsync(site.Target.Id, Office.Ct))!;
        Assert.Equal("sesame", new FakeSecretBox().Open(kept.Settings["key"]!));
    }

    [Fact]
    public async Task A_way_that_rests_is_closed_and_opened_again_when_it_is_needed()
    {
        using var site = await HeldAsync();
        var closed = site.System.Closed;
        var kept = site.Office.The<KeptTargets>();

        await kept.CloseAsync(site.Target.Id);
        await kept.CloseAsync(site.Target.Id);
        Assert.Equal(closed + 1, site.System.Closed);

        (await site.Office.DeactivateAsync(site.Office.Alan)).Done();
        await site.LandAsync();
        Assert.Empty(site.System.Held);
        Assert.Equal(closed + 1, site.System.Closed);
    }

    private static async Task<LandingSite> HeldAsync()
    {
        var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();
        await site.PassAsync(TimeSpan.FromMinutes(10));
        return site;
    }

    private static async Task SweptAsync(LandingSite site)
    {
        await site.WriteAsync(ct => site.Office.World.TargetAgenda.WakeAsync(
            site.Target.Id, [new WakeUp(TargetWork.Sweep, site.Target.Id.Value, site.Office.Now)], site.Office.Now, ct));
        await site.LandAsync();
    }

    private static async Task KeySavedAsync(LandingSite site) => await site.SaveAsync(site.Target with
    {
        Settings = site.Target.Settings.With([new("key", new FakeSecretBox().Lock("sesame"))]),
    });

    private static async Task<(string?, TargetState)> WhereAsync(LandingSite site)
    {
        var target = (await site.Office.World.Targets.FindAsync(site.Target.Id, Office.Ct))!;
        return (target.Settings["address"], target.State);
    }

    private static TargetAsk Ask(string address, string key = "") => new(
        "The system", TargetKind.Webhook, "{name}", new Dictionary<string, string> { ["address"] = address, ["key"] = key });

    private static IReadOnlyList<Refusal> ReasonsOf<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Refused>(outcome).Reasons;

    private static Task<Outcome<Target>> SaveAsync(LandingSite site, TargetAsk ask) =>
        site.Office.The<SaveTarget>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, ask, Office.Ct);

    private static Task<Outcome<Target>> StartAsync(LandingSite site) =>
        site.Office.The<ChangeTargetState>().StartAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct);
}
