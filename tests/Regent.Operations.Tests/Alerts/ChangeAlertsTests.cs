using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;
using Regent.Testing;

namespace Regent.Operations.Tests.Alerts;

public sealed class ChangeAlertsTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Dismissed_an_alert_is_quiet_until_something_new_is_found()
    {
        await office.WatchAsync();
        Assert.True((await office.AlertAsync(AlertKind.NoMfaOnRoleActivation)).IsActive);

        Assert.False((await DismissAsync(AlertKind.NoMfaOnRoleActivation)).IsActive);
        office.Skip(TimeSpan.FromDays(1));
        await office.WatchAsync();
        Assert.False((await office.AlertAsync(AlertKind.NoMfaOnRoleActivation)).IsActive);

        office.Skip(TimeSpan.FromDays(1));
        office.World.MakeEligible(office.Barbara, Office.RoleNamed("Global Reader"));
        await office.WatchAsync();
        Assert.True((await office.AlertAsync(AlertKind.NoMfaOnRoleActivation)).IsActive);
    }

    [Fact]
    public async Task Dismissing_is_on_record_once()
    {
        await office.WatchAsync();

        await DismissAsync(AlertKind.NoMfaOnRoleActivation);
        await DismissAsync(AlertKind.NoMfaOnRoleActivation);

        Assert.Single(office.Record, "Ada: Deactivate PIM alert");
    }

    [Fact]
    public async Task Other_numbers_count_at_once()
    {
        office.Skip(TimeSpan.FromDays(10));
        await office.WatchAsync();
        Assert.Equal(0, (await office.AlertAsync(AlertKind.RedundantAssignment)).IncidentCount);

        var configuration = (await ConfigureAsync(AlertKind.RedundantAssignment, new AlertChange(null, Days(7)))).Done();

        Assert.Equal((true, 7), (configuration.IsEnabled, configuration[AlertThreshold.Days]));
        Assert.Equal(1, (await office.AlertAsync(AlertKind.RedundantAssignment)).IncidentCount);
        var entry = office.World.Audit.Entries.Single(one => one.Activity == "Update PIM alert setting");
        Assert.Equal("30 → 7", entry.Details["Days"]);
    }

    [Fact]
    public async Task A_number_out_of_range_is_refused()
    {
        var outcome = await ConfigureAsync(AlertKind.StaleSignIn, new AlertChange(null, Days(366)));

        Assert.Equal(RefusalCode.InvalidAlertConfiguration, outcome.Code());
        Assert.Contains("1 to 365", outcome.Message(), StringComparison.Ordinal);
        Assert.Equal(30, (await office.AlertAsync(AlertKind.StaleSignIn)).Configuration[AlertThreshold.Days]);
    }

    [Fact]
    public async Task Switched_off_an_alert_finds_nothing_until_it_is_switched_on()
    {
        await office.WatchAsync();
        await ConfigureAsync(AlertKind.NoMfaOnRoleActivation, new AlertChange(IsEnabled: false, Days(5)));
        await office.WatchAsync();

        Assert.False((await office.AlertAsync(AlertKind.NoMfaOnRoleActivation)).IsActive);
        Assert.Empty(await office.FoundAsync(AlertKind.NoMfaOnRoleActivation));

        await ConfigureAsync(AlertKind.NoMfaOnRoleActivation, new AlertChange(IsEnabled: true, new Dictionary<AlertThreshold, int>()));

        Assert.True((await office.AlertAsync(AlertKind.NoMfaOnRoleActivation)).IsActive);
        Assert.Contains("Ada: Disable PIM alert", office.Record);
        Assert.Contains("Ada: Enable PIM alert", office.Record);
        Assert.DoesNotContain("Ada: Update PIM alert setting", office.Record);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_not_on_record()
    {
        await ConfigureAsync(AlertKind.StaleSignIn, new AlertChange(IsEnabled: true, Days(30)));

        Assert.DoesNotContain(office.Record, entry => entry.StartsWith("Ada:", StringComparison.Ordinal));
    }

    private static Dictionary<AlertThreshold, int> Days(int days) => new() { [AlertThreshold.Days] = days };

    private async Task<Alert> DismissAsync(AlertKind kind) =>
        (await office.The<DismissAlert>().ExecuteAsync(office.As(office.Ada), kind, Office.Ct)).Done();

    private Task<Outcome<AlertConfiguration>> ConfigureAsync(AlertKind kind, AlertChange change) =>
        office.The<ConfigureAlert>().ExecuteAsync(office.As(office.Ada), kind, change, Office.Ct);
}
