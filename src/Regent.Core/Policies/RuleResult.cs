namespace Regent.Core.Policies;

/// <summary>What one rule made of an ask.</summary>
/// <param name="Rule">The rule, named by the code it refuses with.</param>
/// <param name="Passed">Whether the ask may go on, as far as this rule is concerned.</param>
/// <param name="Explanation">A sentence: the facts it used and, on a no, what would make it pass.</param>
public sealed record RuleResult(RefusalCode Rule, bool Passed, string Explanation);
