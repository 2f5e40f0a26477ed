using Regent.Core;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>One of the roles somebody is about to activate, and what would come of it.</summary>
/// <param name="At">The role at its scope.</param>
/// <param name="Preview">The judgement of the ask as it stands.</param>
public sealed record ActivationChoice(RoleAt At, ActivationPreview Preview)
{
    private static readonly HashSet<RefusalCode> InFields =
    [
        RefusalCode.JustificationRule, RefusalCode.TicketingRule, RefusalCode.ExpirationRule,
        RefusalCode.InvalidRoleAssignmentRequestSchedule,
    ];

    public string Name => Preview.Role.DisplayName;

    public TimeSpan Maximum => Preview.Policy.Activation.MaximumDuration;

    /// <summary>What no answer in the form can mend.</summary>
    public IReadOnlyList<Refusal> Blocks => [.. Preview.Verdict.Reasons.Where(reason => !InFields.Contains(reason.Code))];

    /// <summary>What an answer in the form can mend.</summary>
    public IReadOnlyList<Refusal> Mistakes => [.. Preview.Verdict.Reasons.Where(reason => InFields.Contains(reason.Code))];
}
