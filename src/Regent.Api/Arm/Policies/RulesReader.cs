using Regent.Api.Rules;
using Regent.Core;
using Regent.Core.Policies;

namespace Regent.Api.Arm.Policies;

/// <summary>Reads the rules of a change; whatever is wrong with them is said at once.</summary>
internal static class RulesReader
{
    public static Outcome<IReadOnlyList<PolicyRule>> Read(PolicyBody sent)
    {
        if (sent.Properties?.Rules is not { } bodies)
        {
            return Wrong("properties.rules", "'properties.rules' is required: the rules that shall change.");
        }

        var read = bodies.Select(Read).ToList();
        Refusal[] problems = [.. read.OfType<Outcome<PolicyRule>.Refused>().SelectMany(refused => refused.Reasons)];
        return problems.Length > 0
            ? problems
            : new Outcome<IReadOnlyList<PolicyRule>>.Done([.. read.OfType<Outcome<PolicyRule>.Done>().Select(done => done.Value)]);
    }

    private static Outcome<PolicyRule> Read(RuleBody? body, int at)
    {
        if (PolicyRuleName.Find(body?.Id) is not { } name)
        {
            return Wrong($"properties.rules[{at}].id", $"'{body?.Id}' is the id of no rule.");
        }

        return body!.RuleType is { } type && !type.Equals(RuleContract.TypeOf(name), StringComparison.OrdinalIgnoreCase)
            ? Wrong($"properties.rules[{at}].ruleType", $"The rule {name} is a {RuleContract.TypeOf(name)}.")
            : RuleReader.Read(body, name);
    }

    private static Refusal Wrong(string member, string message) => new(RefusalCode.InvalidPolicy, message) { Target = member };
}
