namespace Regent.Core.Policies;

/// <summary>What people write in their own words: kept and shown as it is, so it must be fit to be.</summary>
public static class FreeText
{
    /// <summary>The longest, in characters.</summary>
    public const int Longest = 4000;

    /// <summary>Why a text cannot be kept, as a sentence; null when it can, or when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What it is called, such as "reason".</param>
    public static string? ProblemWith(string? text, string name) => text switch
    {
        null => null,
        { Length: > Longest } => $"The {name} is longer than {Longest} characters.",
        _ when text.Any(IsControl) || !IsWellFormed(text) => $"The {name} holds characters that cannot be written down.",
        _ => null,
    };

    /// <summary>Why a text cannot be kept, and what would help; null when it can, or when there is none.</summary>
    internal static (string Explanation, string Remedy)? FlawIn(string? text, string name) =>
        ProblemWith(text, name) is { } problem ? (problem, text!.Length > Longest ? "Shorten it." : "Type it anew, in plain letters.") : null;

    // Databases refuse some of them, and terminals obey others.
    private static bool IsControl(char letter) => char.IsControl(letter) && !char.IsWhiteSpace(letter);

    private static bool IsWellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !char.IsSurrogatePair(text, at++))
            {
                return false;
            }
        }

        return true;
    }
}
