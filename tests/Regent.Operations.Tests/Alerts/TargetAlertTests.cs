using Regent.Core.Alerts;
using Regent.Core.Targets;
using Regent.Operations.Alerts;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Operations.Tests.Provisioning;
using Regent.Testing;

namespace Regent.Operations.Tests.Alerts;

/// <summary>Alerts about what is in targets and how they answer.</summary>
public sealed class TargetAlertTests : IAsyncLifetime
{
    private LandingSite site = null!;

    private Office Office => site.Office;

    public async ValueTask InitializeAsync() => site = await LandingSite.OpenAsync();

    public ValueTask DisposeAsync()
    {
        site.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_was_given_outside_is_found_until_somebody_decides()
    {
        site.System.Put(new Holding("stranger", LandingSite.Thing));
        await SweepAsync();
        await WatchAsync();
        Assert.Equal((true, 1), await StandingAsync(AlertKind.AccessOutsideRegent));
        var found = Assert.Single(await Office.FoundAsync(AlertKind.AccessOutsideRegent));
        Assert.Equal(("The system", null, null), (found.TargetName, found.Role, found.Assignee));

        var drift = Assert.IsType<AlertIncident.OfDrift>(found.Incident).Drift;
        (await Office.The<ResolveDrift>().IgnoreAsync(Office.As(Office.Ada), drift.Id, Office.Ct)).Done();
        await WatchAsync();

        Assert.Equal((false, 0), await StandingAsync(AlertKind.AccessOutsideRegent));
    }

    [Fact]
    public async Task A_circuit_that_opens_is_an_alert_and_closes_it_when_it_answers_again()
    {
        site.System.Silence = "Nobody is at home.";
        for (var call = 1; call <= TargetHealth.Threshold; call++)
        {
            await WatchAsync();
            Assert.Equal((false, 0), await StandingAsync(AlertKind.TargetNotAnswering));
            await SweepAsync();
            Office.Skip(TargetHealth.LongestPause);
        }

        await WatchAsync();
        Assert.Equal((true, 1), await StandingAsync(AlertKind.TargetNotAnswering));
        var silent = Assert.IsType<AlertIncident.OfTarget>(Assert.Single(await Office.FoundAsync(AlertKind.TargetNotAnswering)).Incident);
        Assert.Equal("Nobody is at home.", silent.Health.LastError);

        site.System.Silence = null;
        await SweepAsync();
        await WatchAsync();
        Assert.Equal((false, 0), await StandingAsync(AlertKind.TargetNotAnswering));
    }

    [Fact]
    public async Task A_target_that_is_paused_is_not_missed()
    {
        site.System.Silence = "Nobody is at home.";
        for (var call = 1; call <= TargetHealth.Threshold; call++)
        {
            await SweepAsync();
            Office.Skip(TargetHealth.LongestPause);
        }

        await site.SaveAsync(site.Target with { State = TargetState.Paused });
        await WatchAsync();

        Assert.Equal((false, 0), await StandingAsync(AlertKind.TargetNotAnswering));
    }

    [Fact]
    public async Task What_stays_after_its_end_is_found_once_the_minutes_that_are_set_are_over()
    {
        await Office.AskedAsync(Office.Alan);
        await site.LandAsync();
        site.System.Refusals[site.Alans] = TargetAnswer.Refused("Not that one.");
        Office.Skip(TimeSpan.FromHours(9));
        await SweepAsync();
        var late = Office.World.Ledger.All.Single();
        Assert.Equal(LedgerState.Ending, late.State);

        await ConfigureAsync(minutes: 1);
        Assert.Equal((false, 0), await StandingAsync(AlertKind.RevocationOverdue));
        Office.Skip(TimeSpan.FromMinutes(1));
        await WatchAsync();
        Assert.Equal((true, 1), await StandingAsync(AlertKind.RevocationOverdue));
        var found = Assert.Single(await Office.FoundAsync(AlertKind.RevocationOverdue));
        Assert.Equal((Office.Alan, "The system", late.Since), (found.Assignee, found.TargetName, found.Incident.Since));

        site.System.Refusals.Clear();
        Office.Skip(TimeSpan.FromHours(2));
        await SweepAsync();
        await WatchAsync();
        Assert.Equal((false, 0), await StandingAsync(AlertKind.RevocationOverdue));
    }

    [Fact]
    public async Task Looking_again_writes_nothing_when_nothing_is_different()
    {
        site.System.Put(new Holding("stranger", LandingSite.Thing));
        await SweepAsync();
        await WatchAsync();
        var before = await Office.AlertAsync(AlertKind.AccessOutsideRegent);

        Office.Skip(TimeSpan.FromMinutes(5));
        await WatchAsync();

        Assert.Equal(before, await Office.AlertAsync(AlertKind.AccessOutsideRegent));
        Assert.Null((await Office.AlertAsync(AlertKind.StaleSignIn)).LastScannedAt);
    }

    private Task WatchAsync() => Office.The<WatchTargets>().ExecuteAsync(Office.Ct);

    private async Task<(bool, int)> StandingAsync(AlertKind kind)
    {
        var alert = await Office.AlertAsync(kind);
        return (alert.IsActive, alert.IncidentCount);
    }

    private async Task ConfigureAsync(int minutes) => (await Office.The<ConfigureAlert>().ExecuteAsync(
        Office.As(Office.Ada), AlertKind.RevocationOverdue,
        new AlertChange(null, new Dictionary<AlertThreshold, int> { [AlertThreshold.Minutes] = minutes }), Office.Ct)).Done();

    private async Task SweepAsync()
    {
        await site.WriteAsync(ct => Office.World.TargetAgenda.WakeAsync(
            site.Target.Id, [new WakeUp(TargetWork.Sweep, site.Target.Id.Value, Office.Now)], Office.Now, ct));
        await site.LandAsync();
    }
}
