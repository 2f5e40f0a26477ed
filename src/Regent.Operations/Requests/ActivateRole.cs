using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>Asks for a role the caller is eligible for (specification, section 3.4).</summary>
public sealed class ActivateRole(
    IUnitOfWork unit, IRoleStore roles, ActivationFactsReader reader, RequestRecorder recorder, ActivationOptions options,
    TimeProvider clock)
{
    /// <summary>Submits the ask for the caller, whoever the ask names.</summary>
    public Task<Outcome<ScheduleRequest>> ExecuteAsync(Caller caller, ActivationAsk ask, CancellationToken ct) =>
        unit.RunAsync(token => SubmitAsync(caller, ask with { Principal = caller.Id }, token), ct);

    private async Task<Outcome<ScheduleRequest>> SubmitAsync(Caller caller, ActivationAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await roles.FindAsync(ask.Role, ct) is null)
        {
            return Refusals.UnknownRole;
        }

        var facts = await reader.ReadAsync(ask, options.IsFresh(caller, now), judged: null, now, ct);
        var verdict = ActivationJudgement.Judge(ask, facts);
        return await Activation.Submit(RequestId.At(now), ask, facts, verdict).ThenAsync(async change =>
        {
            await recorder.AddAsync(change, change.Request.Id, now, ct);
            return change.Request;
        });
    }
}
