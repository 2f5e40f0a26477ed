using Regent.Core;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>Withdraws an own ask, or anybody's as an administrator (specification, section 3.8).</summary>
public sealed class CancelRequest(
    IUnitOfWork unit, IRequestStore requests, IScheduleStore schedules, GetRequest get, Places places, Authorities authorities,
    RequestRecorder recorder, TimeProvider clock)
{
    /// <summary>The request as it is then; who may only see it is told so, and to everybody else it is unknown.</summary>
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, RequestId id, CancellationToken ct) =>
        unit.RunAsync(token => CancelAsync(caller, id, token), ct);

    private async Task<Outcome<ScheduleRequest>> CancelAsync(Caller caller, RequestId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var request = await requests.FindAsync(id, ct);
        if (request is null)
        {
            return Refusals.UnknownRequest;
        }

        if (!request.IsOwnedBy(caller.Id) && await RefusalAsync(caller, request.Scope, now, ct) is { } refusal)
        {
            return await get.ExecuteAsync(caller, id, ct) is Outcome<RequestStory>.Done ? refusal : Refusals.UnknownRequest;
        }

        var planned = request.Schedule is { } schedule ? await schedules.FindAsync(schedule, ct) : null;
        return await request.Cancel(caller.Id, planned, now).ThenAsync(change => recorder.UpdateAsync(change, now, ct));
    }

    private async Task<Refusal?> RefusalAsync(Caller caller, Scope scope, DateTimeOffset now, CancellationToken ct) =>
        (await authorities.OfAsync(caller, now, ct)).RefusalAt(await places.FindAsync(scope, ct) ?? new Place(scope, []), scope);
}
