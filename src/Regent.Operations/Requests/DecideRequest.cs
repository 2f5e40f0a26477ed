using Regent.Core;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>Approves or denies a request that waits; the first decision counts (specification, section 6).</summary>
public sealed class DecideRequest(
    IUnitOfWork unit, IRequestStore requests, IDirectory directory, ActivationFactsReader reader, Approvers approvers,
    RequestRecorder recorder, TimeProvider clock)
{
    /// <param name="caller">The approver.</param>
    /// <param name="id">The request.</param>
    /// <param name="approve">Yes or no.</param>
    /// <param name="justification">Why; the requestor reads it.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(
        Caller caller, RequestId id, bool approve, string justification, CancellationToken ct) =>
        unit.RunAsync(token => DecideAsync(caller, id, system: null, approve, justification, token), ct);

    /// <summary>The same, where the request must be about a role of this system; another one is as unknown as one that is not there.</summary>
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(
        Caller caller, RequestId id, RoleSystem system, bool approve, string justification, CancellationToken ct) =>
        unit.RunAsync(token => DecideAsync(caller, id, system, approve, justification, token), ct);

    private async Task<Outcome<ScheduleRequest>> DecideAsync(
        Caller caller, RequestId id, RoleSystem? system, bool approve, string justification, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await requests.FindAsync(id, ct) is not { Approval.ExpiresAt: not null } request
            || (system is not null && request.Scope.System != system))
        {
            return Refusals.UnknownRequest;
        }

        var facts = await reader.ReadAsync(request.Ask, request.Proof, request, now, ct);
        var deciding = await approvers.OfAsync(facts.Policy.Activation, now, ct);
        if (caller.Id != request.Principal && deciding.All(person => person.Id != caller.Id))
        {
            return new Refusal(RefusalCode.AuthorizationRequestDenied, "You are not among the approvers of this role.");
        }

        if (request.Approval.Decision is { } earlier)
        {
            return await directory.AlreadyDecidedAsync(earlier, ct);
        }

        var decision = new Decision(caller.Id, approve, justification, now);
        return await Activation.Decide(request, decision, facts).ThenAsync(change => recorder.UpdateAsync(change, now, ct));
    }
}
