using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Judges an ask for whomever it names, exactly as submitting it would, and writes nothing.</summary>
public sealed class ActivationPreviews(IRoleStore roles, Places places, PlaceNames names, ActivationFactsReader reader)
{
    /// <param name="ask">The ask, for the principal it names.</param>
    /// <param name="proof">How well the session proves who asks.</param>
    /// <param name="now">The moment.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<ActivationPreview>> OfAsync(ActivationAsk ask, SessionProof proof, DateTimeOffset now, CancellationToken ct) =>
        await roles.FindAsync(ask.Role, ct) is { } role
            ? await (await places.ForAsync(role, ask.Scope, ct)).ThenAsync(
                place => PreviewAsync(role, ask with { Scope = place.Scope }, proof, now, ct))
            : Refusals.UnknownRole;

    private async Task<ActivationPreview> PreviewAsync(
        RoleDefinition role, ActivationAsk ask, SessionProof proof, DateTimeOffset now, CancellationToken ct)
    {
        var facts = await reader.ReadAsync(ask, proof, judged: null, now, ct);
        var eligibility = facts.EligibilityAt(ask.StartAt(now));
        return new ActivationPreview(
            role, facts.Policy, ActivationJudgement.Judge(ask, facts), eligibility, eligibility is null ? [] : facts.Approvers)
        {
            ScopeName = (await names.OfAsync([ask.Scope], ct)).GetValueOrDefault(ask.Scope),
        };
    }
}
