namespace Regent.Core.Policies;

/// <summary>What one rule made of an ask.</summary>
/// <param name="Rule">The rule, named by the code it refuses with.</param>
/// <param name="Passed">Whether the ask may go on, as far as this rule is concerned.</param>
/// <param name="Finding">What is so, the facts it went by, and what would make it pass.</param>
public sealed record RuleResult(RefusalCode Rule, bool Passed, Finding Finding)
{
    /// <summary>The reason this is for a no.</summary>
    internal Refusal Refusal => new(Rule, Finding.Message) { Finding = Finding };

    /// <summary>A no with what is wrong and what would help, or, where nothing is wrong, a yes.</summary>
    internal static RuleResult Of(RefusalCode rule, (string Explanation, string Remedy)? flaw, string passed, params IReadOnlyList<RuleFact> facts) =>
        new(rule, flaw is null, new Finding(flaw?.Explanation ?? passed, flaw?.Remedy, facts));
}
