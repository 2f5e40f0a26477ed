using Regent.Core;
using Regent.Core.Alerts;
using Regent.Core.Roles;
using Regent.Operations.Alerts;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Alerts;

public sealed class ScanAlertsTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Too_many_global_administrators_are_counted_as_people()
    {
        office.World.MakeEligible(office.World.AddGroup("Board", office.Alan, office.Barbara), DirectoryRoles.GlobalAdministrator);

        await office.WatchAsync();

        Assert.Equal((true, 2), Standing(await office.AlertAsync(AlertKind.TooManyGlobalAdminsAssignedToTenant)));
        Assert.Equal(["Ada Lovelace", "Board"], await NamesAsync(AlertKind.TooManyGlobalAdminsAssignedToTenant));
    }

    [Fact]
    public async Task Few_global_administrators_are_not_too_many()
    {
        office.World.MakeEligible(office.Alan, DirectoryRoles.GlobalAdministrator);

        await office.WatchAsync();

        Assert.Equal((false, 0), Standing(await office.AlertAsync(AlertKind.TooManyGlobalAdminsAssignedToTenant)));
        Assert.Empty(await office.FoundAsync(AlertKind.TooManyGlobalAdminsAssignedToTenant));
    }

    [Fact]
    public async Task Eligibilities_nobody_activates_are_found_once_their_time_is_over()
    {
        office.Skip(TimeSpan.FromDays(29));
        await office.WatchAsync();
        Assert.False((await office.AlertAsync(AlertKind.RedundantAssignment)).IsActive);

        office.Skip(TimeSpan.FromDays(1));
        await office.WatchAsync();

        Assert.Equal((true, 1), Standing(await office.AlertAsync(AlertKind.RedundantAssignment)));
        Assert.Equal([office.Alan], await office.AssigneesAsync(AlertKind.RedundantAssignment));
    }

    [Fact]
    public async Task Who_signs_in_is_not_stale()
    {
        office.Skip(TimeSpan.FromDays(40));
        office.World.SignedIn(office.Ada, office.Now.AddDays(-1));
        office.World.SignedIn(office.Alan, office.Now.AddDays(-31));

        await office.WatchAsync();

        Assert.Equal(["Alan Turing", "Grace Hopper"], await NamesAsync(AlertKind.StaleSignIn));
        Assert.Equal(2, (await office.AlertAsync(AlertKind.StaleSignIn)).IncidentCount);
    }

    [Fact]
    public async Task Roles_that_a_password_activates_are_found()
    {
        await office.WatchAsync();
        Assert.Equal([office.Role], (await office.FoundAsync(AlertKind.NoMfaOnRoleActivation)).Select(one => one.Role!.Id));

        office.Demand(settings => settings with { RequiresMfa = true });
        await office.WatchAsync();

        Assert.Equal((false, 0), Standing(await office.AlertAsync(AlertKind.NoMfaOnRoleActivation)));
    }

    [Fact]
    public async Task Activations_one_after_the_other_are_found()
    {
        foreach (var hours in new[] { 1, 2, 3 })
        {
            office.World.Add(Make.Activation(office.Eligibility, office.Alan.Id, office.Now.AddHours(hours - 4), office.Now.AddHours(hours - 3)));
        }

        await office.WatchAsync();

        Assert.Equal([office.Alan], await office.AssigneesAsync(AlertKind.SequentialActivationRenewals));
    }

    [Fact]
    public async Task Assignments_without_a_request_are_found_and_those_with_one_are_not()
    {
        var assigned = (await office.AssignAsync(office.Ada, office.Give(office.Barbara, Core.Assignments.ScheduleKind.Assignment))).Done();

        await office.WatchAsync();

        Assert.Equal(office.Barbara.Id, assigned.Principal);
        Assert.Equal(["Ada Lovelace", "Grace Hopper"], await NamesAsync(AlertKind.RolesAssignedOutsidePim));
    }

    [Fact]
    public async Task Licences_are_never_missing()
    {
        await office.WatchAsync();

        var alert = await office.AlertAsync(AlertKind.InvalidLicense);
        Assert.Equal((false, 0), Standing(alert));
        Assert.Equal(office.Now, alert.LastScannedAt);
    }

    [Fact]
    public async Task A_scan_says_on_record_what_it_brought_up_and_what_is_gone()
    {
        await office.WatchAsync();
        await office.WatchAsync();
        office.Demand(settings => settings with { RequiresMfa = true });
        await office.WatchAsync();

        Assert.Equal(
            ["Regent: Triggered PIM alert", "Regent: Triggered PIM alert", "Regent: Resolve PIM alert"],
            office.Record.Where(entry => entry.EndsWith("PIM alert", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_administrator_scans_one_alert_and_can_ask_what_came_of_it()
    {
        var operation = (await office.The<ScanAlerts>().ExecuteAsync(office.As(office.Ada), AlertKind.NoMfaOnRoleActivation, Office.Ct)).Done();

        Assert.Equal((AlertKind.NoMfaOnRoleActivation, "1 incident was found."), (operation.Alert!.Value, operation.Detail));
        Assert.Equal(operation, (await office.The<GetAlertOperation>().ExecuteAsync(office.As(office.Grace), operation.Id, Office.Ct)).Done());
        Assert.Equal(office.Now, (await office.AlertAsync(AlertKind.NoMfaOnRoleActivation)).LastScannedAt);
        Assert.Null((await office.AlertAsync(AlertKind.StaleSignIn)).LastScannedAt);
        Assert.Contains("Ada: Refresh PIM alert", office.Record);
    }

    [Fact]
    public async Task An_administrator_scans_all()
    {
        var operation = (await office.The<ScanAlerts>().ExecuteAsync(office.As(office.Ada), kind: null, Office.Ct)).Done();

        Assert.Null(operation.Alert);
        Assert.All(await office.World.Alerts.ListAsync(Office.Ct), alert => Assert.Equal(office.Now, alert.LastScannedAt));
        Assert.Equal([operation], (await office.The<ListAlertOperations>().ExecuteAsync(office.As(office.Ada), new PageAsk(), Office.Ct)).Done().Items);
    }

    [Fact]
    public async Task Scanning_goes_on_day_by_day_by_itself()
    {
        await office.The<WatchAlerts>().PlanAsync(Office.Ct);
        await office.The<WatchAlerts>().PlanAsync(Office.Ct);
        Assert.Equal([office.Now], office.Agenda.Select(item => item.Due));

        await office.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(office.Now.Date.AddHours(3), (await office.AlertAsync(AlertKind.InvalidLicense)).LastScannedAt);
        Assert.Equal([AgendaKind.ScanAlerts], office.Agenda.Select(item => item.Kind));
    }

    [Fact]
    public async Task What_was_asked_of_alerts_is_forgotten_after_a_month()
    {
        var operation = (await office.The<ScanAlerts>().ExecuteAsync(office.As(office.Ada), kind: null, Office.Ct)).Done();
        office.Skip(AlertOperation.Kept + TimeSpan.FromMinutes(1));

        await office.WatchAsync();

        Assert.Equal(
            RefusalCode.AlertNotFound,
            (await office.The<GetAlertOperation>().ExecuteAsync(office.As(office.Ada), operation.Id, Office.Ct)).Code());
    }

    private static (bool, int) Standing(Alert alert) => (alert.IsActive, alert.IncidentCount);

    private async Task<IReadOnlyList<string>> NamesAsync(AlertKind kind) =>
        [.. (await office.AssigneesAsync(kind)).Select(one => one!.DisplayName).Order(StringComparer.Ordinal)];
}
