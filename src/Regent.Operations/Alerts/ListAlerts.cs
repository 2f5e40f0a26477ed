using Regent.Core;
using Regent.Core.Alerts;

namespace Regent.Operations.Alerts;

/// <summary>Where every alert stands, for readers.</summary>
public sealed class ListAlerts(AlertAccess access, TimeProvider clock)
{
    public Task<Outcome<IReadOnlyList<Alert>>> ExecuteAsync(Caller caller, CancellationToken ct) =>
        access.ReadAsync(caller, clock.GetUtcNow(), ct);
}
