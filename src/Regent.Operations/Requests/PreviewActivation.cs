using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Judges an ask exactly as submitting it would, and writes nothing.</summary>
public sealed class PreviewActivation(
    IRoleStore roles, Places places, ActivationFactsReader reader, Approvers approvers, ActivationOptions options, TimeProvider clock)
{
    public async Task<Outcome<ActivationPreview>> ExecuteAsync(Caller caller, ActivationAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var own = ask with { Principal = caller.Id };
        if (await roles.FindAsync(own.Role, ct) is not { } role)
        {
            return Refusals.UnknownRole;
        }

        return await (await places.ForAsync(role, own.Scope, ct)).ThenAsync(
            place => PreviewAsync(caller, role, own with { Scope = place.Scope }, now, ct));
    }

    private async Task<ActivationPreview> PreviewAsync(
        Caller caller, RoleDefinition role, ActivationAsk own, DateTimeOffset now, CancellationToken ct)
    {
        var facts = await reader.ReadAsync(own, options.ProofOf(caller, now), judged: null, now, ct);
        var eligibility = facts.EligibilityAt(own.StartAt(now));
        var waits = facts.Policy.Activation.RequiresApproval && eligibility is not null;
        var asked = waits ? await approvers.OfAsync(facts.Policy.Activation, now, ct) : [];
        return new ActivationPreview(
            role, facts.Policy, ActivationJudgement.Judge(own, facts), eligibility,
            [.. asked.Where(person => person.Id != caller.Id)]);
    }
}
