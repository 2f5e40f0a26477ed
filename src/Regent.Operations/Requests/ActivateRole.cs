using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>Asks for a role the caller is eligible for (specification, section 3.4).</summary>
public sealed class ActivateRole(
    IUnitOfWork unit, IRoleStore roles, Places places, ActivationFactsReader reader, RequestRecorder recorder, ActivationOptions options,
    TimeProvider clock)
{
    /// <summary>Submits the ask for the caller, whoever the ask names.</summary>
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, ActivationAsk ask, CancellationToken ct) =>
        unit.RunAsync(token => SubmitAsync(caller, ask with { Principal = caller.Id }, token), ct);

    private async Task<Outcome<ScheduleRequest>> SubmitAsync(Caller caller, ActivationAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await roles.FindAsync(ask.Role, ct) is not { } role)
        {
            return Refusals.UnknownRole;
        }

        return await (await places.ForAsync(role, ask.Scope, ct)).ThenAsync(
            place => SubmitAsync(ask with { Scope = place.Scope }, options.ProofOf(caller, now), now, ct));
    }

    private async Task<Outcome<ScheduleRequest>> SubmitAsync(
        ActivationAsk ask, SessionProof proof, DateTimeOffset now, CancellationToken ct)
    {
        var facts = await reader.ReadAsync(ask, proof, judged: null, now, ct);
        var verdict = ActivationJudgement.Judge(ask, facts);
        return await Activation.Submit(RequestId.For(ask.Wording, now), ask, facts, verdict)
            .ThenAsync(change => recorder.AddAsync(change, change.Request.Id, now, ct));
    }
}
