using Regent.Core.Assignments;
using Regent.Core.Requests;
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

    /// <summary>The same for requests, by what they made.</summary>
    public async Task<IReadOnlySet<RequestId>> ExecuteAsync(IReadOnlyCollection<ScheduleRequest> requests, CancellationToken ct)
    {
        var made = requests.Where(request => request is { Status: RequestStatus.Provisioned, Kind: ScheduleKind.Assignment, Schedule: not null }).ToList();
        var awaited = await ExecuteAsync([.. made.Select(request => request.Schedule!.Value)], ct);
        return made.Where(request => awaited.Contains(request.Schedule!.Value)).Select(request => request.Id).ToHashSet();
    }
}
