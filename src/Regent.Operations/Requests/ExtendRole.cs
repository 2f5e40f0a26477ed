using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>
/// Somebody wants to keep longer what they have: a running activation runs on under the rules of activating; what an administrator gave
/// waits for one (specification, section 3.7).
/// </summary>
public sealed class ExtendRole(IScheduleStore schedules, ActivateRole activate, AskExtension ask, TimeProvider clock)
{
    /// <param name="caller">Who asks, whoever the ask names.</param>
    /// <param name="wanted">What they want. Without a target it is about what they have, or had last, of this role here.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, AssignmentAsk wanted, CancellationToken ct) =>
        await RunningAsync(caller, wanted, ct) is { } running
            ? await activate.ExecuteAsync(
                caller,
                new ActivationAsk(caller.Id, wanted.Role, wanted.Scope)
                {
                    Extends = running,
                    Expiration = wanted.Expiration,
                    Justification = wanted.Justification,
                    Ticket = wanted.Ticket,
                    Wording = wanted.Wording,
                },
                ct)
            : await ask.ExecuteAsync(caller, wanted, ct);

    private async Task<ScheduleId?> RunningAsync(Caller caller, AssignmentAsk wanted, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await schedules.OpenOfAsync([caller.Id], wanted.Kind, wanted.Role, now, ct);
        return open.FirstOrDefault(one => one.Type == AssignmentType.Activated && one.IsInForceAt(now) && one.Scope == wanted.Scope
            && (wanted.Target is null || one.Id == wanted.Target))?.Id;
    }
}
