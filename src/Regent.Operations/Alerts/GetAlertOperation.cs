using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>A scan or a remedy that was asked for, for readers.</summary>
public sealed class GetAlertOperation(AlertAccess access, IAlertStore alerts, TimeProvider clock)
{
    public async Task<Outcome<AlertOperation>> ExecuteAsync(Caller caller, Guid id, CancellationToken ct) =>
        await (await access.ReadAsync(caller, clock.GetUtcNow(), ct)).ThenAsync<IReadOnlyList<Alert>, AlertOperation>(async _ =>
            await alerts.FindOperationAsync(id, ct) is { } found ? found : Refusals.UnknownAlert);
}
