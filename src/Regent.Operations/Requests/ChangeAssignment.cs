using System.Diagnostics;
using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>An administrator changes, extends or renews what was given, without anybody's approval (specification, sections 3.6 and 3.7).</summary>
public sealed class ChangeAssignment(
    IUnitOfWork unit, IScheduleStore schedules, AdministeredPlaces places, AssignmentFactsReader reader, RequestRecorder recorder,
    EligibilityLoss loss, TimeProvider clock)
{
    /// <param name="caller">The administrator.</param>
    /// <param name="action"><see cref="RequestAction.AdminUpdate"/>, <see cref="RequestAction.AdminExtend"/> or <see cref="RequestAction.AdminRenew"/>.</param>
    /// <param name="ask">What it shall be like. Without a target it is about the one open, or for a renewal the last ended, schedule.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, RequestAction action, AssignmentAsk ask, CancellationToken ct) =>
        unit.RunAsync(token => ChangeAsync(caller, action, ask, token), ct);

    private async Task<Outcome<ScheduleRequest>> ChangeAsync(
        Caller caller, RequestAction action, AssignmentAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await places.ForAsync(caller, ask.Role, ask.Scope, now, ct)).ThenAsync(async place =>
        {
            var there = ask with { Scope = place.Scope };
            var wanted = there with { Target = ask.Target ?? await schedules.FindTargetAsync(there, action == RequestAction.AdminRenew, now, ct) };
            var facts = await reader.ReadAsync(caller, wanted, now, ct);
            return await Judge(action, RequestId.For(ask.Wording, now), caller, wanted, facts).ThenAsync(async change =>
            {
                var request = await recorder.AddAsync(change, change.Request.Id, now, ct);
                await loss.FollowAsync(change, caller.Id, now, ct);
                return request;
            });
        });
    }

    private static Outcome<RequestChange> Judge(
        RequestAction action, RequestId id, Caller caller, AssignmentAsk ask, AssignmentFacts facts) => action switch
        {
            RequestAction.AdminUpdate => AdministratorChange.Update(id, caller.Id, ask, facts),
            RequestAction.AdminExtend => AdministratorChange.Extend(id, caller.Id, ask, facts),
            RequestAction.AdminRenew => AdministratorChange.Renew(id, caller.Id, ask, facts),
            _ => throw new UnreachableException(),
        };
}
