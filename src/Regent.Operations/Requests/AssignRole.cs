using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>An administrator makes somebody eligible for a role, or gives it actively (specification, section 3.6).</summary>
public sealed class AssignRole(
    IUnitOfWork unit, AdministeredPlaces places, AssignmentFactsReader reader, RequestRecorder recorder, TimeProvider clock)
{
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, AssignmentAsk ask, CancellationToken ct) =>
        unit.RunAsync(token => AssignAsync(caller, ask, token), ct);

    private async Task<Outcome<ScheduleRequest>> AssignAsync(Caller caller, AssignmentAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await places.ForAsync(caller, ask.Role, ask.Scope, now, ct)).ThenAsync(async place =>
        {
            var given = ask with { Scope = place.Scope, Target = null };
            var facts = await reader.ReadAsync(caller, given, now, ct);
            return await AdministratorAssignment.Assign(RequestId.For(ask.Wording, now), caller.Id, given, facts)
                .ThenAsync(change => recorder.AddAsync(change, change.Request.Id, now, ct));
        });
    }
}
