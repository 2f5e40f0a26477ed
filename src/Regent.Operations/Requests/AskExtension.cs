using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>Somebody asks to keep longer, or to have again, what an administrator gave them for a time (specification, section 3.7).</summary>
public sealed class AskExtension(
    IUnitOfWork unit, IScheduleStore schedules, IRequestStore requests, IPolicyStore policies, Places places, RequestRecorder recorder,
    ActivationOptions options, TimeProvider clock)
{
    /// <param name="caller">Who asks, whoever the ask names.</param>
    /// <param name="ask">What they want to have. Without a target it is about what is open, or what ended last.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, AssignmentAsk ask, CancellationToken ct) =>
        unit.RunAsync(token => SubmitAsync(caller, ask with { Principal = caller.Id }, token), ct);

    private async Task<Outcome<ScheduleRequest>> SubmitAsync(Caller caller, AssignmentAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await places.FindAsync(ask.Scope, ct) is not { } place)
        {
            return Refusals.UnknownScope;
        }

        var wanted = ask with { Scope = place.Scope };
        var facts = await ReadAsync(caller, wanted, now, ct);
        return await Extension.Submit(RequestId.For(ask.Wording, now), wanted, facts)
            .ThenAsync(change => recorder.AddAsync(change, change.Request.Id, now, ct));
    }

    private async Task<ExtensionFacts> ReadAsync(Caller caller, AssignmentAsk ask, DateTimeOffset now, CancellationToken ct)
    {
        var open = await schedules.OpenOfAsync([caller.Id], ask.Kind, ask.Role, now, ct);
        Schedule[] present = [.. open.Where(schedule => schedule.Scope == ask.Scope)];
        var id = ask.Target ?? present.FirstOrDefault()?.Id ?? await schedules.FindTargetAsync(ask, ended: true, now, ct);
        var target = id is { } known ? await schedules.FindAsync(known, ct) : null;
        var own = target is not null && target.Principal == caller.Id && (target.Kind, target.Role) == (ask.Kind, ask.Role)
            && target.Scope == ask.Scope;
        return new ExtensionFacts(
            now, await policies.GetAsync(ask.Role, ask.Scope, ct), own ? target : null, present,
            await requests.HasPendingAsync(caller.Id, ask.Role, ask.Scope, ask.Kind, apartFrom: null, ct), options.IsFresh(caller, now),
            options.Windows);
    }
}
