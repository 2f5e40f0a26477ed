using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>Lets readers, and only them, to the alerts, and administrators to changing them (specification, section 11).</summary>
public sealed class AlertAccess(IAlertStore alerts, Authorities authorities)
{
    /// <summary>Every alert, for those who may read.</summary>
    public async Task<Outcome<IReadOnlyList<Alert>>> ReadAsync(Caller caller, DateTimeOffset now, CancellationToken ct) =>
        (await authorities.OfAsync(caller, now, ct)).MayRead
            ? new Outcome<IReadOnlyList<Alert>>.Done(await alerts.ListAsync(ct))
            : Refusals.MayNotRead;

    /// <summary>One alert, for those who may read.</summary>
    public async Task<Outcome<Alert>> ReadAsync(Caller caller, AlertKind kind, DateTimeOffset now, CancellationToken ct) =>
        await (await ReadAsync(caller, now, ct)).ThenAsync(all => Task.FromResult(all.Single(alert => alert.Kind == kind)));

    /// <summary>Every alert, for those who manage directory roles.</summary>
    public async Task<Outcome<IReadOnlyList<Alert>>> ManageAsync(Caller caller, DateTimeOffset now, CancellationToken ct) =>
        (await authorities.OfAsync(caller, now, ct)).MayManage
            ? new Outcome<IReadOnlyList<Alert>>.Done(await alerts.ListAsync(ct))
            : Refusals.MayNotManage;

    /// <summary>One alert, for those who manage directory roles.</summary>
    public async Task<Outcome<Alert>> ManageAsync(Caller caller, AlertKind kind, DateTimeOffset now, CancellationToken ct) =>
        await (await ManageAsync(caller, now, ct)).ThenAsync(all => Task.FromResult(all.Single(alert => alert.Kind == kind)));
}
