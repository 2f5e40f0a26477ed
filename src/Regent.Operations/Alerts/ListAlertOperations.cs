using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>The scans and remedies that were asked for lately, for readers.</summary>
public sealed class ListAlertOperations(AlertAccess access, IAlertStore alerts, TimeProvider clock)
{
    public async Task<Outcome<Page<AlertOperation>>> ExecuteAsync(Caller caller, PageAsk page, CancellationToken ct) =>
        await (await access.ReadAsync(caller, clock.GetUtcNow(), ct)).ThenAsync(_ => ListAsync(page, ct));

    private async Task<Page<AlertOperation>> ListAsync(PageAsk page, CancellationToken ct)
    {
        var found = await alerts.ListOperationsAsync(page, ct);
        return page.WantsTotal ? found with { Total = await alerts.CountOperationsAsync(ct) } : found;
    }
}
