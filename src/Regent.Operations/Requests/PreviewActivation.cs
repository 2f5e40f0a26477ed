using Regent.Core;
using Regent.Core.Policies;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Judges an ask exactly as submitting it would, and writes nothing.</summary>
public sealed class PreviewActivation(
    IRoleStore roles, ActivationFactsReader reader, Approvers approvers, ActivationOptions options, TimeProvider clock)
{
    public async Task<Outcome<ActivationPreview>> ExecuteAsync(Caller caller, ActivationAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var own = ask with { Principal = caller.Id };
        if (await roles.FindAsync(own.Role, ct) is not { } role)
        {
            return Refusals.UnknownRole;
        }

        var facts = await reader.ReadAsync(own, options.IsFresh(caller, now), judged: null, now, ct);
        var eligibility = facts.EligibilityAt(own.StartAt(now));
        var waits = facts.Policy.Activation.RequiresApproval && eligibility is not null;
        var asked = waits ? await approvers.OfAsync(facts.Policy.Activation, now, ct) : [];
        return new ActivationPreview(
            role, facts.Policy, ActivationJudgement.Judge(own, facts), eligibility,
            [.. asked.Where(person => person.Id != caller.Id)]);
    }
}
