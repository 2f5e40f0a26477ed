using Regent.Core.Assignments;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>Which assignments a system outside still owes.</summary>
public sealed class FindAwaitedTests
{
    [Fact]
    public async Task An_assignment_is_awaited_until_it_is_seen_in_its_target()
    {
        using var site = await LandingSite.OpenAsync();
        var schedule = (await site.Office.AskedAsync(site.Office.Alan)).Schedule!.Value;
        Assert.Equal([schedule], await FindAsync(site, schedule));

        await site.LandAsync();

        Assert.Empty(await FindAsync(site, schedule));
    }

    [Theory]
    [InlineData(TargetState.New)]
    [InlineData(TargetState.Paused)]
    public async Task Nothing_is_awaited_of_a_target_in_which_nothing_lands(TargetState state)
    {
        using var site = await LandingSite.OpenAsync();
        await site.SaveAsync(site.Target with { State = state });

        Assert.Empty(await FindAsync(site, (await site.Office.AskedAsync(site.Office.Alan)).Schedule!.Value));
    }

    [Fact]
    public async Task What_is_over_is_not_awaited_any_more()
    {
        using var site = await LandingSite.OpenAsync();
        var schedule = (await site.Office.AskedAsync(site.Office.Alan)).Schedule!.Value;
        site.Office.Skip(TimeSpan.FromMinutes(119));
        Assert.Equal([schedule], await FindAsync(site, schedule));

        site.Office.Skip(TimeSpan.FromMinutes(1));

        Assert.Empty(await FindAsync(site, schedule));
    }

    private static Task<IReadOnlySet<ScheduleId>> FindAsync(LandingSite site, params ScheduleId[] schedules) =>
        site.Office.The<FindAwaited>().ExecuteAsync(schedules, Office.Ct);
}
