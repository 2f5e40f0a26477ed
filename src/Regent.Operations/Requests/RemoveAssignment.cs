using Regent.Core;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>An administrator takes an eligibility or assignment away, or ends somebody's activation (specification, section 3.6).</summary>
public sealed class RemoveAssignment(
    IUnitOfWork unit, IScheduleStore schedules, IRequestStore requests, Places places, Authorities authorities, RemainingHolders holders,
    RequestRecorder recorder, EligibilityLoss loss, TimeProvider clock)
{
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, RemovalAsk ask, CancellationToken ct) =>
        unit.RunAsync(token => RemoveAsync(caller, ask, token), ct);

    private async Task<Outcome<ScheduleRequest>> RemoveAsync(Caller caller, RemovalAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // What stands at a scope that has left the tree must still be possible to take away.
        var place = await places.FindAsync(ask.Scope, ct) ?? new Place(ask.Scope, []);
        var authority = await authorities.OfAsync(caller, now, ct);
        if (!authority.MayTakeAt(place) && authority.RefusalAt(place, ask.Scope) is { } refusal)
        {
            return refusal;
        }

        var open = await schedules.OpenOfAsync([ask.Principal], ask.Kind, ask.Role, now, ct);
        var leaving = open
            .Where(schedule => schedule.Scope == ask.Scope && (ask.Schedule is null || schedule.Id == ask.Schedule))
            .MinBy(schedule => schedule.Type);
        if (leaving is null)
        {
            return Refusals.UnknownAssignment;
        }

        var remaining = await holders.OfAsync(leaving, now, ct);
        var outcome = AdministratorAssignment.Remove(RequestId.For(ask.Wording, now), caller.Id, leaving, remaining, ask.Justification, now);
        return await outcome.ThenAsync(change => WriteAsync(caller, change.As(ask.Wording), now, ct));
    }

    private async Task<ScheduleRequest> WriteAsync(Caller caller, RequestChange change, DateTimeOffset now, CancellationToken ct)
    {
        var ended = change.Ended!;
        var maker = await requests.FindMakerAsync(ended.Id, ct);
        await recorder.AddAsync(change, maker?.Id ?? change.Request.Id, now, ct);
        if (maker?.Status == RequestStatus.Granted)
        {
            await requests.UpdateAsync(maker with { Status = RequestStatus.Revoked, CompletedAt = now }, ct);
        }

        await loss.FollowAsync(change, caller.Id, now, ct);
        return change.Request;
    }
}
