using Regent.Core.Alerts;

namespace Regent.Testing.Contracts;

public abstract class AlertStoreContract(PortsUnderTest ports) : PortContract(ports)
{
    [Fact]
    public async Task Alerts_nobody_wrote_are_the_default()
    {
        Assert.Equal(AlertDefinitions.All.Select(one => Alert.Default(one.Kind)), await Ports.Alerts.ListAsync(Ct));
    }

    [Fact]
    public async Task An_alert_reads_back_as_it_was_saved()
    {
        var alert = new Alert(
            AlertConfiguration.Default(AlertKind.SequentialActivationRenewals).With(AlertThreshold.Activations, 7)
                .With(AlertThreshold.PauseSeconds, 90) with
            { IsEnabled = false })
        {
            IsActive = true,
            IncidentCount = 5,
            LastScannedAt = Precise,
            LastModifiedAt = Precise.AddMinutes(1),
            DismissedAt = Precise.AddMinutes(2),
        };
        await WriteAsync(ct => Ports.Alerts.SaveAsync([alert], ct));

        Assert.Equal(alert, Assert.Single(await Ports.Alerts.ListAsync(Ct), one => one.Kind == alert.Kind));
    }

    [Fact]
    public async Task Saving_again_replaces()
    {
        var alert = Alert.Default(AlertKind.StaleSignIn) with { IsActive = true, IncidentCount = 2 };
        await WriteAsync(ct => Ports.Alerts.SaveAsync([alert, Alert.Default(AlertKind.InvalidLicense)], ct));
        await WriteAsync(ct => Ports.Alerts.SaveAsync([alert with { IncidentCount = 3 }], ct));

        Assert.Equal(3, (await Ports.Alerts.ListAsync(Ct)).Single(one => one.Kind == AlertKind.StaleSignIn).IncidentCount);
    }

    [Fact]
    public async Task An_operation_reads_back_as_it_was_added()
    {
        var scan = new AlertOperation(Make.NewId(), Precise, Alert: null, Incident: null, "2 incidents were found.");
        var remedy = new AlertOperation(Make.NewId(), Precise, AlertKind.StaleSignIn, Make.NewId(), "It was removed.");
        await WriteAsync(ct => Ports.Alerts.AddAsync(scan, ct));
        await WriteAsync(ct => Ports.Alerts.AddAsync(remedy, ct));

        Assert.Equal(scan, await Ports.Alerts.FindOperationAsync(scan.Id, Ct));
        Assert.Equal(remedy, await Ports.Alerts.FindOperationAsync(remedy.Id, Ct));
        Assert.Null(await Ports.Alerts.FindOperationAsync(Make.NewId(), Ct));
    }

    [Fact]
    public async Task Operations_come_newest_first_until_they_are_forgotten()
    {
        var all = Enumerable.Range(0, 5).Select(minute => new AlertOperation(Make.NewId(), Noon.AddMinutes(minute), null, null, $"{minute}")).ToList();
        foreach (var one in all)
        {
            await WriteAsync(ct => Ports.Alerts.AddAsync(one, ct));
        }

        Assert.Equal(["4", "3", "2", "1", "0"], (await AllAsync(page => Ports.Alerts.ListOperationsAsync(page, Ct))).Select(one => one.Detail));

        Assert.Equal(5, await Ports.Alerts.CountOperationsAsync(Ct));

        await WriteAsync(ct => Ports.Alerts.ForgetOperationsAsync(Noon.AddMinutes(3), ct));

        Assert.Equal(["4", "3"], (await AllAsync(page => Ports.Alerts.ListOperationsAsync(page, Ct))).Select(one => one.Detail));
        Assert.Equal(2, await Ports.Alerts.CountOperationsAsync(Ct));
    }
}
