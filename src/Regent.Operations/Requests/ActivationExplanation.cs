using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Operations.Requests;

/// <summary>What an activation of somebody's would meet now, and how they hold the role already.</summary>
/// <param name="Person">Who.</param>
/// <param name="Ask">The ask that was judged, in which nothing but the duration is filled in.</param>
/// <param name="Preview">What it would meet.</param>
/// <param name="Held">How they hold the role here already, directly, through groups and from above; empty when they do not.</param>
public sealed record ActivationExplanation(
    Principal Person, ActivationAsk Ask, ActivationPreview Preview, IReadOnlyList<HeldAssignment> Held)
{
    /// <summary>What the person would be asked for while asking: words, a ticket, a proof of who they are.</summary>
    public IReadOnlyList<RuleResult> Demanded => [.. Preview.Verdict.Trace.Where(result => !result.Passed && IsGivenWhenAsking(result))];

    /// <summary>What nothing that is given while asking can mend.</summary>
    public IReadOnlyList<RuleResult> Obstacles => [.. Preview.Verdict.Trace.Where(result => !result.Passed && !IsGivenWhenAsking(result))];

    /// <summary>Whether what a rule demands is given while asking.</summary>
    public static bool IsGivenWhenAsking(RuleResult result) => result.Rule is RefusalCode.JustificationRule or RefusalCode.TicketingRule
        or RefusalCode.MfaRule or RefusalCode.RoleAssignmentRequestAcrsValidationFailed;
}
