using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Synchronisation;
using Regent.Testing;

namespace Regent.Operations.Tests.Synchronisation;

/// <summary>People and groups here become what they are in a source.</summary>
public sealed class SynchroniseDirectoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_and_groups_come_with_their_memberships_and_a_second_run_changes_nothing()
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put("a", "ada", display: "Ada Lovelace");
        world.Put("b", "alan", isEnabled: false);
        world.PutGroup("g", "Engineers", "a", "h", "stranger");
        world.PutGroup("h", "Analysts", "b");

        var report = await world.RunAsync();

        Assert.Equal(SyncOutcome.Written, report.Outcome);
        Assert.Equal(
            ["Engineers Added group", "Analysts Added group", "ada@regent.example Added joins Engineers", "alan@regent.example Added joins Analysts"],
            SyncWorld.Lines(report));
        Assert.Equal("Ada Lovelace", (await world.FindAsync("ada"))!.DisplayName);
        Assert.False((await world.FindAsync("alan"))!.IsEnabled);
        Assert.Equal(["Engineers"], await world.GroupsOfAsync("ada"));
        var engineers = world.Everybody.Single(one => one.DisplayName == "Engineers");
        Assert.Contains((await world.FindAsync("alan"))!.Id, (await world.World.Directory.MembersAsync(
            world.Everybody.Single(one => one.DisplayName == "Analysts").Id, world.World.Now, new PageAsk(9), Ct)).Items.Select(one => one.Id));
        Assert.Contains("Analysts", (await world.World.Directory.MembersAsync(engineers.Id, world.World.Now, new PageAsk(9), Ct)).Items.Select(one => one.DisplayName));

        var recorded = world.World.Audit.Entries.Count;
        Assert.Empty((await world.RunAsync()).Lines);
        Assert.Equal(recorded, world.World.Audit.Entries.Count);
        Assert.Contains(world.World.Audit.Entries, entry => entry.Activity == AuditActivities.DirectorySynchronised);
    }

    [Fact]
    public async Task A_rehearsal_says_the_same_and_writes_nothing()
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put("a", "ada");

        var report = await world.RunAsync(new SyncAsk { IsRehearsal = true });

        Assert.Equal(SyncOutcome.Rehearsed, report.Outcome);
        Assert.Equal(["ada@regent.example Added"], SyncWorld.Lines(report));
        Assert.Empty(world.Everybody);
        Assert.Null(await world.World.Origins.StateAsync(world.Target.Id, Ct));
    }

    [Fact]
    public async Task Whoever_is_gone_is_disabled_out_of_all_groups_and_loses_what_they_activated_at_once()
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put("a", "ada");
        world.Put("b", "alan");
        await world.RunAsync();
        var ada = (await world.FindAsync("ada"))!;
        world.World.AddGroup("Made here", ada);
        var (eligibility, activation) = Activate(world, ada);
        world.Take("a");

        var report = await world.RunAsync();

        Assert.Equal(["ada@regent.example Changed no longer there: disabled, leaves Made here"], SyncWorld.Lines(report));
        Assert.Equal((1, 1), (report.Disabled, report.Left));
        Assert.False((await world.FindAsync("ada"))!.IsEnabled);
        Assert.Empty(await world.GroupsOfAsync("ada"));
        Assert.Equal(world.World.Now, (await world.World.Schedules.FindAsync(activation.Id, Ct))!.EndedAt);
        Assert.Null((await world.World.Schedules.FindAsync(eligibility.Id, Ct))!.EndedAt);
        Assert.Contains(world.World.TargetAgenda.All, one => one.Work == TargetWork.Reckon && one.Subject == ada.Id.Value);

        world.Put("a", "ada");
        await world.RunAsync();
        Assert.Equal(ada.Id, (await world.FindAsync("ada"))!.Id);
        Assert.True((await world.FindAsync("ada"))!.IsEnabled);
    }

    [Fact]
    public async Task Who_did_not_come_from_there_is_never_touched()
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put("a", "ada");
        world.PutGroup("g", "Engineers", "a");
        await world.RunAsync();
        var grace = world.World.AddUser("grace");
        var engineers = world.Everybody.Single(one => one.DisplayName == "Engineers");
        await world.World.Unit.RunAsync(
            async ct =>
            {
                await world.World.Directory.AddMembershipAsync(new(engineers.Id, grace.Id), ct);
                return true;
            },
            Ct);

        Assert.Empty((await world.RunAsync()).Lines);

        world.Put("x", "grace", display: "Somebody else");
        var report = await world.RunAsync();
        Assert.Equal(ImportOutcome.Refused, Assert.Single(report.Lines).Outcome);
        Assert.Contains("--adopt", report.Lines[0].Message, StringComparison.Ordinal);
        Assert.Equal(grace, await world.FindAsync("grace"));
        Assert.Equal(["Engineers"], await world.GroupsOfAsync("grace"));

        await world.RunAsync(new SyncAsk { Adopts = true });
        Assert.Equal(grace.Id, (await world.FindAsync("grace"))!.Id);
        Assert.Equal("Somebody else", (await world.FindAsync("grace"))!.DisplayName);
        Assert.Empty(await world.GroupsOfAsync("grace"));
    }

    [Fact]
    public async Task A_person_is_known_by_the_key_whatever_they_are_called()
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put("a", "ada");
        world.Put("b", "alan");
        await world.RunAsync();
        var (ada, alan) = ((await world.FindAsync("ada"))!.Id, (await world.FindAsync("alan"))!.Id);

        world.Put("a", "alan");
        world.Put("b", "Ada");
        Assert.Equal(2, (await world.RunAsync()).Count(ImportOutcome.Changed));
        Assert.Equal((alan, ada), ((await world.FindAsync("ada"))!.Id, (await world.FindAsync("alan"))!.Id));

        world.Put("b", "ADA");
        Assert.Equal(["ADA@regent.example Changed userPrincipalName, displayName"], SyncWorld.Lines(await world.RunAsync()));
        Assert.Equal(alan, (await world.FindAsync("ada"))!.Id);
    }

    [Fact]
    public async Task Whoever_gets_the_name_of_somebody_gone_gets_nothing_else_of_theirs()
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put("a", "ada");
        await world.RunAsync();
        var gone = (await world.FindAsync("ada"))!.Id;
        world.Take("a");
        world.Put("n", "ada");

        await world.RunAsync();

        var ada = (await world.FindAsync("ada"))!;
        Assert.NotEqual(gone, ada.Id);
        Assert.True(ada.IsEnabled);
        var before = (await world.World.Directory.FindAsync(gone, Ct))!;
        Assert.False(before.IsEnabled);
        Assert.Equal($"{gone.Value:N}ada@regent.example", before.UserPrincipalName!.Value);
    }

    [Fact]
    public async Task Of_two_with_one_name_one_is_refused()
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put("a", "ada");
        world.Put("b", "ADA");

        var report = await world.RunAsync();

        Assert.Equal((1, 1), (report.Count(ImportOutcome.Added), report.Count(ImportOutcome.Refused)));
        Assert.Null((await world.World.Origins.StateAsync(world.Target.Id, Ct))!.Bookmark);
        Assert.Single(world.Everybody);
    }

    [Theory]
    [InlineData(20, 2, true)]
    [InlineData(20, 3, false)]
    [InlineData(3, 1, true)]
    [InlineData(3, 3, false)]
    public async Task A_run_that_would_disable_more_than_its_share_changes_nothing(int people, int gone, bool goesThrough)
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put(people);
        await world.RunAsync();
        Enumerable.Range(0, gone).ToList().ForEach(number => world.Take($"key{number}"));
        world.Put("new", "somebody");

        var report = await world.RunAsync();

        Assert.Equal(goesThrough ? SyncOutcome.Written : SyncOutcome.Braked, report.Outcome);
        Assert.Equal(goesThrough ? people - gone + 1 : people, world.Everybody.Count(one => one.IsEnabled));
        Assert.Equal(goesThrough, report.Trouble is null);
        Assert.Equal(SyncOutcome.Written, (await world.RunAsync(new SyncAsk { IsForced = true })).Outcome);
        Assert.Equal(people - gone + 1, world.Everybody.Count(one => one.IsEnabled));
    }

    [Fact]
    public async Task A_run_that_would_end_more_memberships_than_its_share_changes_nothing()
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put(10);
        world.PutGroup("g", "Everybody", [.. Enumerable.Range(0, 10).Select(number => $"key{number}")]);
        await world.RunAsync();
        world.PutGroup("g", "Everybody", [.. Enumerable.Range(0, 8).Select(number => $"key{number}")]);

        Assert.Equal(SyncOutcome.Braked, (await world.RunAsync()).Outcome);
        Assert.Equal(["Everybody"], await world.GroupsOfAsync("person009"));

        world.PutGroup("g", "Everybody", [.. Enumerable.Range(0, 9).Select(number => $"key{number}")]);
        Assert.Equal(SyncOutcome.Written, (await world.RunAsync()).Outcome);
        Assert.Empty(await world.GroupsOfAsync("person009"));
    }

    [Fact]
    public async Task Of_changes_alone_who_is_gone_or_disabled_is_seen_too_and_the_rest_stays()
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put(30);
        world.PutGroup("g", "Everybody", "key0", "key1", "key2");
        await world.RunAsync();
        world.Take("key0");
        world.Put("key1", "person001", isEnabled: false);
        world.Put("key2", "renamed");

        var report = await world.RunAsync(new SyncAsk(), "key2");

        Assert.Equal(
            [
                "renamed@regent.example Changed userPrincipalName, displayName",
                "person001@regent.example Changed disabled",
                "person000@regent.example Changed no longer there: disabled, leaves Everybody",
            ],
            SyncWorld.Lines(report).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal("here", world.World.System.Read!.Bookmark);
        Assert.Equal(["Everybody"], await world.GroupsOfAsync("person001"));
    }

    [Fact]
    public async Task Groups_that_are_gone_are_emptied_and_those_in_which_Regent_gives_access_are_left_out()
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put("a", "ada");
        world.PutGroup("g", "Engineers", "a");
        world.PutGroup("h", "Operators", "a");
        await world.RunAsync();
        var mapping = new Mapping(MappingId.At(Make.Noon), world.Target.Id, world.World.AddRole("Operator").Id, Scope.Tenant, ["CN=operators"]);
        await world.World.Unit.RunAsync(
            async ct =>
            {
                await world.World.Targets.SaveMappingAsync(mapping, ct);
                return true;
            },
            Ct);
        world.Take("g");

        var report = await world.RunAsync(new SyncAsk { IsForced = true });

        Assert.Contains(report.Lines, line => line is { Name: "Operators", Outcome: ImportOutcome.LeftOut });
        Assert.Empty(await world.GroupsOfAsync("ada"));
    }

    [Fact]
    public async Task Another_version_of_the_target_and_a_full_run_read_everything_and_trouble_changes_nothing()
    {
        using var world = await SyncWorld.OpenAsync();
        world.Put("a", "ada");
        await world.RunAsync();

        await world.RunAsync(new SyncAsk { IsFull = true });
        Assert.Null(world.World.System.Read!.Bookmark);
        await world.SaveAsync(world.Target with { Version = world.Target.Version + 1 });
        await world.RunAsync();
        Assert.Null(world.World.System.Read!.Bookmark);

        world.World.System.Silence = "It is off.";
        Assert.Equal((SyncOutcome.Failed, "It is off."), (await world.RunAsync() is var failed ? (failed.Outcome, failed.Trouble) : default));
        Assert.True((await world.FindAsync("ada"))!.IsEnabled);
    }

    private static (Schedule Eligibility, Schedule Activation) Activate(SyncWorld world, Principal who)
    {
        var now = world.World.Now;
        var eligibility = world.World.MakeEligible(who, world.World.AddRole("Operator").Id);
        var activation = world.World.Add(Make.Activation(eligibility, who.Id, now, now.AddHours(2)));
        world.World.Add(new ScheduleRequest(
            new RequestId(activation.Id.Value), RequestAction.SelfActivate, ScheduleKind.Assignment, who.Id, eligibility.Role, Scope.Tenant, who.Id, now,
            RequestStatus.Provisioned)
        {
            Schedule = activation.Id,
        });
        return (eligibility, activation);
    }
}
