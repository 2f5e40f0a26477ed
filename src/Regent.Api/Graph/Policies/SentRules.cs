using Regent.Api.Rules;
using Regent.Core;
using Regent.Core.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>Finds out which rules were sent, and reads them.</summary>
internal static class SentRules
{
    /// <summary>The rule of an address. It must say of which type it is.</summary>
    public static Outcome<IReadOnlyList<PolicyRule>> Read(RuleBody body, PolicyRuleName name) => body.ODataType is null
        ? Wrong($"Say of which type the rule is: '{RuleContract.TypeOf(name.Kind)}'.", name.Member("@odata.type"))
        : body.Id is not null && PolicyRuleName.Find(body.Id) != name
            ? Wrong($"'{body.Id}' is not the rule at this address.", name.Member("id"))
            : All([Read(name, body)]);

    /// <summary>Several rules, each told by its id.</summary>
    public static Outcome<IReadOnlyList<PolicyRule>> Read(PolicyBody body) => body.Rules is { Count: > 0 } rules
        ? All([.. rules.Select((rule, at) => PolicyRuleName.Find(rule?.Id) is { } name
            ? Read(name, rule!)
            : Wrong<PolicyRule>($"'{rule?.Id}' is not a rule of a policy.", $"rules[{at}].id"))])
        : Wrong("Send the rules that are to change.", "rules");

    private static Outcome<PolicyRule> Read(PolicyRuleName name, RuleBody body) =>
        body.ODataType is { } type && !type.TrimStart('#').Equals(RuleContract.TypeOf(name.Kind).TrimStart('#'), StringComparison.OrdinalIgnoreCase)
            ? Wrong<PolicyRule>($"{name} is of the type '{RuleContract.TypeOf(name.Kind)}' and cannot be '{type}'.", name.Member("@odata.type"))
            : RuleReader.Read(body, name);

    private static Outcome<IReadOnlyList<PolicyRule>> All(IReadOnlyList<Outcome<PolicyRule>> read)
    {
        Refusal[] problems = [.. read.OfType<Outcome<PolicyRule>.Refused>().SelectMany(refused => refused.Reasons)];
        return problems.Length > 0
            ? problems
            : new Outcome<IReadOnlyList<PolicyRule>>.Done([.. read.OfType<Outcome<PolicyRule>.Done>().Select(done => done.Value)]);
    }

    private static Outcome<IReadOnlyList<PolicyRule>> Wrong(string message, string member) => Wrong<IReadOnlyList<PolicyRule>>(message, member);

    private static Outcome<T> Wrong<T>(string message, string member) => new Refusal(RefusalCode.InvalidPolicy, message) { Target = member };
}
