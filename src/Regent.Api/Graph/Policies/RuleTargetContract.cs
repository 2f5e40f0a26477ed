using Regent.Core.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>What a rule is about (specification of the API, section 2.6). Nothing is inherited and nothing enforced.</summary>
internal sealed record RuleTargetContract(string Caller, IReadOnlyList<string> Operations, string Level)
{
    public IReadOnlyList<string> InheritableSettings { get; init; } = [];

    public IReadOnlyList<string> EnforcedSettings { get; init; } = [];

    public static RuleTargetContract Of(PolicyRuleName rule) => new(rule.Caller.ToString(), ["all"], rule.Level.ToString());
}
