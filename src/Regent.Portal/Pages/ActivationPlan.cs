using Regent.Core;
using Regent.Core.Requests;

namespace Regent.Portal.Pages;

/// <summary>What the activate panel is about.</summary>
/// <param name="Choices">The roles to activate.</param>
/// <param name="Unknown">Why some of the roles named in the address are not among them.</param>
/// <param name="Last">The reader's latest activation of one of them, to remember from; null when there was none.</param>
public sealed record ActivationPlan(IReadOnlyList<ActivationChoice> Choices, IReadOnlyList<Refusal> Unknown, ScheduleRequest? Last)
{
    /// <summary>The roles that can be had; all of them while none can. The form asks only for what these demand.</summary>
    public IReadOnlyList<ActivationChoice> Possible => Choices.Where(choice => choice.Blocks.Count == 0).ToList() is { Count: > 0 } some ? some : Choices;

    /// <summary>The longest that any of the roles may last.</summary>
    public TimeSpan Maximum => Possible.Max(choice => choice.Maximum);

    public bool NeedsApproval => Possible.Any(choice => choice.Preview.Policy.Activation.RequiresApproval);

    public bool NeedsTicket => Possible.Any(choice => choice.Preview.Policy.Activation.RequiresTicket);

    public bool NeedsReason => Possible.Any(choice => choice.Preview.Policy.Activation.RequiresJustification);

    public bool LacksSecondFactor => Choices.Any(choice => choice.Blocks.Any(reason => reason.Code == RefusalCode.MfaRule));

    /// <summary>The sentences about one field, each once.</summary>
    public IReadOnlyList<string> MistakesIn(RefusalCode field) =>
        [.. Possible.SelectMany(choice => choice.Mistakes).Where(reason => reason.Code == field).Select(reason => reason.Message).Distinct()];

    /// <summary>What stands in the way of some of the roles, whatever is filled in.</summary>
    public IReadOnlyList<Refusal> Blocks => [.. Choices.SelectMany(choice => choice.Blocks)];

    /// <summary>Whether none of the roles can be had now; nothing is sent then.</summary>
    public bool IsHopeless => Choices.All(choice => choice.Blocks.Count > 0);

    public bool HasMistakes => Possible.Any(choice => choice.Mistakes.Count > 0);
}
