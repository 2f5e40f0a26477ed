using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>Ends the caller's own activation (specification, section 3.5).</summary>
public sealed class DeactivateRole(
    IUnitOfWork unit, IScheduleStore schedules, IRequestStore requests, RequestRecorder recorder, EligibilityLoss loss,
    TimeProvider clock)
{
    /// <param name="caller">Whose activation.</param>
    /// <param name="role">Of which role.</param>
    /// <param name="scope">Where.</param>
    /// <param name="justification">Why; optional.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(
        Caller caller, RoleDefinitionId role, Scope scope, string? justification, CancellationToken ct) =>
        ExecuteAsync(caller, new RequestAsk.Deactivate(caller.Id, role, scope, justification), ct);

    /// <param name="caller">Whose activation, whoever the ask names.</param>
    /// <param name="ask">Of which role, where, and why.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, RequestAsk.Deactivate ask, CancellationToken ct) =>
        unit.RunAsync(token => EndAsync(caller, ask, token), ct);

    private async Task<Outcome<ScheduleRequest>> EndAsync(Caller caller, RequestAsk.Deactivate ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var held = await schedules.OpenOfAsync([caller.Id], ScheduleKind.Assignment, ask.Role, now, ct);
        var running = held.FirstOrDefault(
            schedule => schedule.Type == AssignmentType.Activated && schedule.Scope == ask.Scope && schedule.IsInForceAt(now));
        if (running is null)
        {
            return new Refusal(RefusalCode.RoleAssignmentDoesNotExist, "There is no activation of yours to end here.");
        }

        var maker = await requests.FindMakerAsync(running.Id, ct);
        var id = RequestId.For(ask.Wording, now);
        return await Activation.Deactivate(id, caller.Id, running, ask.Justification, now).ThenAsync(async change =>
        {
            var request = await recorder.AddAsync(change.As(ask.Wording), maker?.Id ?? change.Request.Id, now, ct);
            await loss.FollowAsync(change, caller.Id, now, ct);
            return request;
        });
    }
}
