using System.Diagnostics;
using Regent.Core;
using Regent.Core.Requests;

namespace Regent.Operations.Requests;

/// <summary>Hands each ask to the operation that carries it out, or rehearses it.</summary>
public sealed class SubmitRequest(
    ActivateRole activate, DeactivateRole deactivate, AssignRole assign, ChangeAssignment change, ExtendRole extend, RemoveAssignment remove,
    RehearseRequest rehearse, NamedRequests named)
{
    private static readonly Refusal NotYours = new(
        RefusalCode.AuthorizationRequestDenied, "Nobody activates, extends or ends a role for somebody else: the principal must be yourself.");

    public async Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, RequestAsk ask, CancellationToken ct)
    {
        if (ask is RequestAsk.Activate or RequestAsk.Deactivate or RequestAsk.Extend && ask.Principal != caller.Id)
        {
            return NotYours;
        }

        if (ask.Wording?.Check() is { } problem)
        {
            return problem;
        }

        return ask.IsValidationOnly
            ? await rehearse.ExecuteAsync(token => OnceAsync(caller, ask, token), ct)
            : await OnceAsync(caller, ask, ct);
    }

    private Task<Outcome<ScheduleRequest>> OnceAsync(Caller caller, RequestAsk ask, CancellationToken ct) =>
        named.OnceAsync(caller, ask, token => CarryOutAsync(caller, ask, token), ct);

    private Task<Outcome<ScheduleRequest>> CarryOutAsync(Caller caller, RequestAsk ask, CancellationToken ct) => ask switch
    {
        RequestAsk.Activate(var activation) => activate.ExecuteAsync(caller, activation, ct),
        RequestAsk.Deactivate own => deactivate.ExecuteAsync(caller, own, ct),
        RequestAsk.Assign(var assignment) => assign.ExecuteAsync(caller, assignment, ct),
        RequestAsk.Change(var action, var wanted) => change.ExecuteAsync(caller, action, wanted, ct),
        RequestAsk.Extend(var wanted) => extend.ExecuteAsync(caller, wanted, ct),
        RequestAsk.Remove(var removal) => remove.ExecuteAsync(caller, removal, ct),
        _ => throw new UnreachableException(),
    };
}
