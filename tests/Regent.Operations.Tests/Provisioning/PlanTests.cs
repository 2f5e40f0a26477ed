using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;
using Regent.Testing;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>A new target is looked at before anything is written there, and can be paused.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task The_plan_says_what_would_be_given_taken_back_and_left_alone_and_changes_nothing()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.PassAsync(TimeSpan.FromMinutes(10));
        (await site.Office.DeactivateAsync(site.Office.Alan)).Done();
        await site.GiveToGroupOfAsync(site.Office.Barbara, TimeSpan.FromHours(1));
        var stranger = new Holding("mallory", LandingSite.Thing);
        site.System.Put(stranger);
        var calls = site.System.Calls.Count;

        var plan = await PlanAsync(site);

        Assert.Equal([new Holding("barbara.liskov", LandingSite.Thing)], plan.ToGive);
        Assert.Equal([site.Alans], plan.ToTakeBack);
        Assert.Equal([stranger], plan.Outside);
        Assert.Equal((0, calls), (plan.AsItShouldBe, site.System.Calls.Count));
    }

    [Fact]
    public async Task What_is_there_and_should_be_is_counted()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();

        var plan = await PlanAsync(site);

        Assert.Equal((0, 0, 0, 1), (plan.ToGive.Count, plan.ToTakeBack.Count, plan.Outside.Count, plan.AsItShouldBe));
    }

    [Fact]
    public async Task A_new_target_starts_only_as_it_was_looked_at()
    {
        using var site = await LandingSite.OpenAsync();
        await site.SaveAsync(site.Target with { State = TargetState.New, Version = 1 });
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();

        Assert.Equal(RefusalCode.InvalidTarget, (await StartAsync(site)).Code());
        await PlanAsync(site);
        (await site.Office.The<SaveMapping>().ExecuteAsync(
            site.Office.As(site.Office.Ada), site.Target.Id, site.Mapping.Id, new MappingAsk(site.Mapping.Role, site.Mapping.Scope, ["admins", "others"], Landing.AtTheEnd), Office.Ct)).Done();
        Assert.Equal(RefusalCode.InvalidTarget, (await StartAsync(site)).Code());
        Assert.Empty(site.System.Calls);

        await PlanAsync(site);
        Assert.Equal(TargetState.Live, (await StartAsync(site)).Done().State);
        await site.LandAsync();

        Assert.Equal([site.Alans, new Holding("alan.turing", "others")], site.System.Held.OrderBy(one => one.Entitlement));
    }

    [Fact]
    public async Task A_target_that_does_not_answer_was_not_looked_at()
    {
        using var site = await LandingSite.OpenAsync();
        await site.SaveAsync(site.Target with { State = TargetState.New, Version = 1 });
        site.System.Silence = "Connection refused";

        var refused = await site.Office.The<PlanTarget>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct);

        Assert.Contains("Connection refused", refused.Message(), StringComparison.Ordinal);
        Assert.Equal(RefusalCode.InvalidTarget, (await StartAsync(site)).Code());
    }

    [Fact]
    public async Task While_it_is_paused_nothing_is_given_and_nothing_taken_back()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.PassAsync(TimeSpan.FromMinutes(10));
        var change = site.Office.The<ChangeTargetState>();

        (await change.PauseAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct)).Done();
        (await site.Office.DeactivateAsync(site.Office.Alan)).Done();
        await site.LandAsync();
        Assert.Equal([site.Alans], site.System.Held);

        (await StartAsync(site)).Done();
        await site.LandAsync();
        Assert.Empty(site.System.Held);
    }

    [Fact]
    public async Task What_waits_while_it_is_paused_does_not_pile_up_and_none_of_it_is_lost()
    {
        using var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.PassAsync(TimeSpan.FromMinutes(10));
        (await site.Office.The<ChangeTargetState>().PauseAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct)).Done();
        var planner = site.Office.The<Regent.Operations.Recording.LedgerPlanner>();
        var waiting = new List<int>();

        for (var round = 0; round < 10; round++)
        {
            (await site.Office.DeactivateAsync(site.Office.Alan)).Done();
            await site.Office.AskedAsync(site.Office.Alan);
            await site.GiveToGroupOfAsync(site.Office.Barbara, TimeSpan.FromHours(1));
            await site.WriteAsync(ct => planner.FollowHoldersAsync([site.Office.Alan.Id, site.Office.Barbara.Id], site.Office.Now, ct));
            await site.WriteAsync(ct => planner.FollowPlacesAsync(site.Office.Now, ct));
            await site.Office.PassAsync(TimeSpan.FromMinutes(6));
            waiting.Add(site.Office.World.TargetAgenda.All.Count(work => work.Due <= site.Office.Now && work.Subject != default));
        }

        // Each of the ten groups is somebody of its own to be reckoned.
        Assert.Equal(waiting[0] + 9, waiting[9]);
        (await site.Office.DeactivateAsync(site.Office.Alan)).Done();
        (await StartAsync(site)).Done();
        await site.LandAsync();
        Assert.Equal([new Holding("barbara.liskov", LandingSite.Thing)], site.System.Held);
    }

    [Fact]
    public async Task A_target_that_was_never_started_cannot_be_paused()
    {
        using var site = await LandingSite.OpenAsync();
        await site.SaveAsync(site.Target with { State = TargetState.New });

        Assert.Equal(RefusalCode.InvalidTarget, (await site.Office.The<ChangeTargetState>().PauseAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct)).Code());
    }

    [Fact]
    public async Task What_fails_is_tried_at_once_when_an_administrator_says_so()
    {
        using var site = await LandingSite.OpenAsync();
        site.System.Refusals[site.Alans] = TargetAnswer.Refused("insufficientAccessRights");
        await site.Office.AskedAsync(site.Office.Alan);
        await site.PassAsync(TimeSpan.FromHours(1));
        site.System.Refusals.Clear();
        await site.LandAsync();
        Assert.Empty(site.System.Held);

        (await site.Office.The<WakeTarget>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct)).Done();
        await site.LandAsync();

        Assert.Equal([site.Alans], site.System.Held);
    }

    private static async Task<TargetPlan> PlanAsync(LandingSite site) =>
        (await site.Office.The<PlanTarget>().ExecuteAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct)).Done();

    private static Task<Outcome<Target>> StartAsync(LandingSite site) =>
        site.Office.The<ChangeTargetState>().StartAsync(site.Office.As(site.Office.Ada), site.Target.Id, Office.Ct);
}
