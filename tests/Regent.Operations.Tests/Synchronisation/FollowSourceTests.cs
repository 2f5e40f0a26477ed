using Regent.Core.Audit;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;

namespace Regent.Operations.Tests.Synchronisation;

/// <summary>A source is followed by itself, in a lane of its own.</summary>
public sealed class FollowSourceTests
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_read_as_often_as_is_set_and_once_a_day_whole()
    {
        using var world = await OpenAsync();
        world.Put("a", "ada");
        world.World.System.Reading = world.Reading([]);

        await LandAsync(world);
        Assert.NotNull(await world.FindAsync("ada"));
        Assert.Null(world.World.System.Read!.Bookmark);

        world.Put("b", "alan");
        world.World.System.Reading = world.Reading([]);
        await WakeAsync(world);
        await LandAsync(world);
        Assert.Null(await world.FindAsync("alan"));

        world.World.Clock.Advance(Every);
        await LandAsync(world);
        Assert.NotNull(await world.FindAsync("alan"));
        Assert.Equal("here", world.World.System.Read!.Bookmark);

        world.World.Clock.Advance(TimeSpan.FromDays(1));
        await LandAsync(world);
        Assert.Null(world.World.System.Read!.Bookmark);
    }

    [Fact]
    public async Task A_run_that_is_stopped_is_on_record_once_and_does_not_hold_up_the_target()
    {
        using var world = await OpenAsync();
        world.Put(10);
        world.World.System.Reading = world.Reading([]);
        await LandAsync(world);
        Enumerable.Range(0, 5).ToList().ForEach(number => world.Take($"key{number}"));
        world.World.System.Reading = world.Reading([]);

        for (var round = 0; round < 3; round++)
        {
            world.World.Clock.Advance(Every);
            await LandAsync(world);
        }

        Assert.Equal(10, world.Everybody.Count(one => one.IsEnabled));
        Assert.Contains("5 of 10 people", Assert.Single(world.World.Audit.Entries, entry => entry.Activity == AuditActivities.SynchronisationStopped).Reason!, StringComparison.Ordinal);
        Assert.Null((await world.World.Targets.HealthAsync(Ct)).GetValueOrDefault(world.Target.Id)?.RetryAt);
    }

    [Fact]
    public async Task A_source_that_hangs_does_not_hold_up_what_is_taken_back_in_the_same_target()
    {
        using var world = await OpenAsync();
        var system = world.World.System;
        var (given, hangs) = (new Holding("ada", "admins"), new TaskCompletionSource());
        system.Put(given);
        system.Reads = hangs.Task;
        world.Put("a", "ada");
        system.Reading = world.Reading([]);
        var synchronising = world.World.The<SourceLane>().DoNextAsync(world.Target.Id, Ct);
        Assert.NotNull(system.Read);

        await world.GiveBackAsync(given);
        await LandAccessAsync(world);

        Assert.DoesNotContain(given, system.Held);
        Assert.False(synchronising.IsCompleted);
        Assert.True(await world.World.The<SourceLane>().DoNextAsync(world.Target.Id, Ct) > world.World.Now, "Two read at once.");
        hangs.SetResult();
        await synchronising;
        Assert.NotNull(await world.FindAsync("ada"));
    }

    [Fact]
    public async Task A_source_that_does_not_answer_shows_and_access_there_is_tried_all_the_same()
    {
        using var world = await OpenAsync();
        world.World.System.Reading = new SourceReading { Trouble = TargetAnswer.Unreachable("It is too large.") };
        for (var round = 0; round < TargetHealth.Threshold; round++)
        {
            await LandAsync(world);
            world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var health = (await world.World.Targets.HealthAsync(Ct))[world.Target.Id];
        Assert.True(health.IsOpen);
        Assert.Equal("It is too large.", health.LastError);
        var given = new Holding("ada", "admins");
        world.World.System.Put(given);
        await LandAsync(world);
        await world.GiveBackAsync(given);
        await LandAccessAsync(world);
        Assert.DoesNotContain(given, world.World.System.Held);

        world.World.System.Reading = world.Reading([]);
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await LandAsync(world);
        Assert.Null((await world.World.Targets.HealthAsync(Ct))[world.Target.Id].FailingSince);
    }

    [Fact]
    public async Task A_source_that_does_not_answer_is_asked_again_soon()
    {
        using var world = await OpenAsync();
        world.Put("a", "ada");
        world.World.System.Reading = world.Reading([]);
        world.World.System.Silence = "It is off.";
        await LandAsync(world);
        world.World.System.Silence = null;

        world.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await LandAsync(world);

        Assert.NotNull(await world.FindAsync("ada"));
    }

    [Fact]
    public async Task Where_nobody_is_taken_over_or_only_by_hand_nothing_is_read()
    {
        using var world = await OpenAsync();
        world.World.System.Rules = null;
        await LandAsync(world);
        world.World.System.Rules = new SourceRules(Every: null, LargestLoss: 10);
        await WakeAsync(world);
        await LandAsync(world);

        Assert.Null(world.World.System.Read);
    }

    private static async Task<SyncWorld> OpenAsync()
    {
        var world = await SyncWorld.OpenAsync();
        world.World.System.Rules = new SourceRules(Every, LargestLoss: 10);
        await WakeAsync(world);
        return world;
    }

    private static Task<bool> WakeAsync(SyncWorld world) => world.World.Unit.RunAsync(
        async ct =>
        {
            await world.World.TargetAgenda.WakeAsync(
                world.Target.Id, [new WakeUp(TargetWork.Synchronise, world.Target.Id.Value, world.World.Now)], world.World.Now, ct);
            return true;
        },
        Ct);

    private static async Task LandAsync(SyncWorld world)
    {
        for (var round = 0; round < 20 && await world.World.The<SourceLane>().DoNextAsync(world.Target.Id, Ct) <= world.World.Now; round++)
        {
        }
    }

    private static async Task LandAccessAsync(SyncWorld world)
    {
        for (var round = 0; round < 20 && await world.World.The<TargetLane>().DoNextAsync(world.Target.Id, Ct) <= world.World.Now; round++)
        {
        }
    }
}
