using Regent.Core;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>Withdraws an own ask, or anybody's as an administrator (specification, section 3.8).</summary>
public sealed class CancelRequest(
    IUnitOfWork unit, IRequestStore requests, IScheduleStore schedules, Places places, Authorities authorities, RequestRecorder recorder,
    TimeProvider clock)
{
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, RequestId id, CancellationToken ct) =>
        unit.RunAsync(token => CancelAsync(caller, id, token), ct);

    private async Task<Outcome<ScheduleRequest>> CancelAsync(Caller caller, RequestId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var request = await requests.FindAsync(id, ct);
        if (request is null || !(request.IsOwnedBy(caller.Id) || await MayManageAsync(caller, request.Scope, now, ct)))
        {
            return request?.Concerns(caller.Id) == true ? Refusals.MayNotManage : Refusals.UnknownRequest;
        }

        var planned = request.Schedule is { } schedule ? await schedules.FindAsync(schedule, ct) : null;
        return await request.Cancel(caller.Id, planned, now).ThenAsync(change => recorder.UpdateAsync(change, now, ct));
    }

    private async Task<bool> MayManageAsync(Caller caller, Scope scope, DateTimeOffset now, CancellationToken ct) =>
        await places.FindAsync(scope, ct) is { } place && (await authorities.OfAsync(caller, now, ct)).MayManageAt(place);
}
