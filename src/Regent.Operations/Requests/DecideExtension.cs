using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>
/// An administrator answers an ask to extend or renew; the first answer counts. What is given may differ in its times and its kind from what was
/// asked (specification, section 3.7).
/// </summary>
public sealed class DecideExtension(
    IUnitOfWork unit, IRequestStore requests, IDirectory directory, AdministeredPlaces places, AssignmentFactsReader reader,
    RequestRecorder recorder, EligibilityLoss loss, TimeProvider clock)
{
    /// <param name="caller">The administrator.</param>
    /// <param name="id">The request.</param>
    /// <param name="approve">Yes or no.</param>
    /// <param name="justification">Why; the requestor reads it.</param>
    /// <param name="change">What is given instead of what was asked: kind, start and expiration; null to give what was asked.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(
        Caller caller, RequestId id, bool approve, string justification, AssignmentAsk? change, CancellationToken ct) =>
        unit.RunAsync(token => DecideAsync(caller, id, approve, justification, change, token), ct);

    private async Task<Outcome<ScheduleRequest>> DecideAsync(
        Caller caller, RequestId id, bool approve, string justification, AssignmentAsk? change, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await requests.FindAsync(id, ct) is not { IsActivation: false, Action: RequestAction.SelfExtend or RequestAction.SelfRenew } request)
        {
            return Refusals.UnknownRequest;
        }

        return await (await places.ForAsync(caller, request.Role, request.Scope, now, ct)).ThenAsync(async _ =>
        {
            if (request.Approval?.Decision is { } earlier)
            {
                return await directory.AlreadyDecidedAsync(earlier, ct);
            }

            var granted = Granted(request, change);
            var facts = await reader.ReadAsync(caller, granted, now, ct);
            var decision = new Decision(caller.Id, approve, justification, now);
            return await Extension.Decide(request, decision, granted, facts).ThenAsync(async outcome =>
            {
                var decided = await recorder.UpdateAsync(outcome, now, ct);
                await loss.FollowAsync(outcome, caller.Id, now, ct);
                return decided;
            });
        });
    }

    // Whose it is, which role and where comes from the request alone.
    private static AssignmentAsk Granted(ScheduleRequest request, AssignmentAsk? change) => change is null
        ? request.Wish
        : request.Wish with { Kind = change.Kind, Start = change.Start, Expiration = change.Expiration };
}
