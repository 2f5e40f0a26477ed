using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Tests.Provisioning;

/// <summary>What is in a target is compared with what should be there.</summary>
public sealed class SweepTests
{
    [Fact]
    public async Task What_somebody_took_away_is_put_back()
    {
        using var site = await GivenAsync();
        site.System.Take(site.Alans);

        await SweepAsync(site);

        Assert.Equal([site.Alans], site.System.Held);
        Assert.Equal(["alan.turing in admins InEffect"], site.Ledger);
    }

    [Fact]
    public async Task What_Regent_did_not_put_there_is_noted_and_left_alone()
    {
        using var site = await GivenAsync();
        var stranger = new Holding("mallory", LandingSite.Thing);
        site.System.Put(stranger);

        await SweepAsync(site);
        await SweepAsync(site);

        Assert.Contains(stranger, site.System.Held);
        var drift = Assert.Single(await site.Office.World.Ledger.DriftAsync(site.Target.Id, Office.Ct));
        Assert.Equal(stranger, drift.Holding);

        site.System.Take(stranger);
        await SweepAsync(site);
        Assert.Empty(await site.Office.World.Ledger.DriftAsync(site.Target.Id, Office.Ct));
    }

    [Fact]
    public async Task What_was_given_before_the_mapping_was_made_gets_there()
    {
        using var site = await LandingSite.OpenAsync();
        await site.WriteAsync(ct => site.Office.World.Targets.RemoveMappingAsync(site.Mapping.Id, ct));
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();
        Assert.Empty(site.System.Held);

        await site.MapAsync(site.Mapping);
        await SweepAsync(site);

        Assert.Equal([site.Alans], site.System.Held);
    }

    [Fact]
    public async Task What_is_not_mapped_any_more_is_taken_back()
    {
        using var site = await GivenAsync();

        await site.WriteAsync(ct => site.Office.World.Targets.RemoveMappingAsync(site.Mapping.Id, ct));
        await SweepAsync(site);

        Assert.Empty(site.System.Held);
        Assert.Equal(["alan.turing in admins Gone"], site.Ledger);
    }

    [Fact]
    public async Task A_sweep_plans_the_next_one()
    {
        using var site = await GivenAsync();
        await SweepAsync(site);
        site.System.Take(site.Alans);

        await site.PassAsync(Target.DefaultSweepEvery);

        Assert.Equal([site.Alans], site.System.Held);
    }

    [Fact]
    public async Task A_list_that_cannot_be_had_changes_nothing()
    {
        using var site = await GivenAsync();
        site.System.Silence = "Connection refused";

        await site.WriteAsync(ct => Sweep(site, ct));
        await site.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(["alan.turing in admins InEffect"], site.Ledger);

        site.System.Silence = null;
        site.System.Take(site.Alans);
        await site.PassAsync(TargetHealth.LongestPause);
        Assert.Equal([site.Alans], site.System.Held);
    }

    [Fact]
    public async Task Where_nothing_can_be_looked_through_the_assignments_alone_are_compared()
    {
        using var site = await GivenAsync();
        site.System.IsBlind = true;
        await site.WriteAsync(ct => site.Office.World.Targets.RemoveMappingAsync(site.Mapping.Id, ct));

        await SweepAsync(site);

        Assert.Empty(site.System.Held);
        Assert.Null((await site.Office.World.Targets.HealthAsync(Office.Ct)).GetValueOrDefault(site.Target.Id)?.SweptAt);
    }

    [Fact]
    public async Task A_sweep_that_breaks_holds_up_nothing_else_and_shows()
    {
        using var site = await GivenAsync();
        await site.PassAsync(TimeSpan.FromMinutes(10));
        site.System.Breaks = true;
        await site.WriteAsync(ct => Sweep(site, ct));
        await site.PassAsync(TimeSpan.FromSeconds(10));
        Assert.True((await site.Office.World.Targets.HealthAsync(Office.Ct))[site.Target.Id].IsOpen);

        await site.Office.DeactivateAsync(site.Office.Alan);
        await site.PassAsync(TargetHealth.LongestPause * 2);

        Assert.Empty(site.System.Held);
    }

    private static async Task<LandingSite> GivenAsync()
    {
        var site = await LandingSite.OpenAsync();
        await site.Office.AskedAsync(site.Office.Alan);
        await site.LandAsync();
        return site;
    }

    private static async Task SweepAsync(LandingSite site)
    {
        await site.WriteAsync(ct => Sweep(site, ct));
        await site.LandAsync();
    }

    private static Task Sweep(LandingSite site, CancellationToken ct) => site.Office.World.TargetAgenda.WakeAsync(
        site.Target.Id, [new WakeUp(TargetWork.Sweep, site.Target.Id.Value, site.Office.Now)], site.Office.Now, ct);
}
