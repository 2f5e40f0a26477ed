using Regent.Core;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>Shows lines of ledgers: readers all, everybody else their own.</summary>
public sealed class ListLedger(ILedger ledger, TargetAccess access, TimeProvider clock)
{
    public async Task<Outcome<Page<ListedEntry>>> ExecuteAsync(Caller caller, LedgerQuery query, PageAsk page, CancellationToken ct) =>
        query.Principal != caller.Id && await access.ReadRefusalAsync(caller, clock.GetUtcNow(), ct) is { } refusal
            ? refusal
            : await ledger.ListAsync(query, page, ct);
}
