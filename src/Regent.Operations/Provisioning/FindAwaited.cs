using Regent.Core.Assignments;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>
/// Of assignments that somebody sees, finds those that are in force while a system outside still owes what they give: it was not seen yet
/// in a target that is live.
/// </summary>
public sealed class FindAwaited(ILedger ledger, TimeProvider clock)
{
    public async Task<IReadOnlySet<ScheduleId>> ExecuteAsync(IReadOnlyCollection<ScheduleId> schedules, CancellationToken ct) =>
        schedules.Count == 0 ? new HashSet<ScheduleId>() : await ledger.AwaitedAsync(schedules, clock.GetUtcNow(), ct);
}
