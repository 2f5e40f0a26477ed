using Regent.Core;
using Regent.Core.Policies;

namespace Regent.Api.Rules;

/// <summary>What was found wrong with a rule while it is read.</summary>
internal sealed class RuleReading(PolicyRuleName name)
{
    private readonly List<Refusal> problems = [];

    public PolicyRuleName Name => name;

    public IReadOnlyList<Refusal> Problems => problems;

    /// <summary>Notes what is wrong with a member.</summary>
    public void Wrong(string member, string message) =>
        problems.Add(new Refusal(RefusalCode.InvalidPolicy, message) { Target = name.Member(member) });

    /// <summary>The same, in place of the value.</summary>
    public T? Wrong<T>(string member, string message)
        where T : struct
    {
        Wrong(member, message);
        return null;
    }

    /// <summary>The value by this name in any letter case.</summary>
    public T? OneOf<T>(string member, string? text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => value.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? Wrong<T>(member, $"'{text}' is none of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>Holds what belongs to the rule and cannot be changed, where it was sent, to what it is.</summary>
    public void MustBe(string member, string? sent, string fixedValue)
    {
        if (sent is not null && !sent.Equals(fixedValue, StringComparison.OrdinalIgnoreCase))
        {
            Wrong(member, $"'{member}' of {name} is '{fixedValue}' and cannot be '{sent}'.");
        }
    }
}
