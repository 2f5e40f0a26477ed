using System.Text;

namespace Regent.Core.Targets;

/// <summary>What a target said to one change.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Words">The target's own words, without secrets; null when it is done and there is no more to say.</param>
public sealed record TargetAnswer(TargetResult Result, string? Words)
{
    /// <summary>The longest words that are kept, in characters.</summary>
    public const int MaxLength = 500;

    /// <summary>The moment before which the target would say the same again; null when that is not known.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    public static TargetAnswer Done { get; } = new(TargetResult.Done, Words: null);

    public bool IsDone => Result == TargetResult.Done;

    public static TargetAnswer UnknownAccount(string account) =>
        Of(TargetResult.UnknownAccount, $"There is no account {account} in the target.");

    public static TargetAnswer UnknownEntitlement(string entitlement) =>
        Of(TargetResult.UnknownEntitlement, $"There is no {entitlement} in the target.");

    public static TargetAnswer Refused(string words) => Of(TargetResult.Refused, words);

    public static TargetAnswer Unreachable(string words) => Of(TargetResult.Unreachable, words);

    // Whatever a target says must be fit to be kept and shown: on one line, and of whole letters.
    private static TargetAnswer Of(TargetResult result, string words) => new(result, Fit(words));

    private static string Fit(string words)
    {
        var text = new StringBuilder();
        foreach (var rune in words.EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > MaxLength)
            {
                break;
            }

            text.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return text.ToString();
    }
}
