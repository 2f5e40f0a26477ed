namespace Regent.Core.Principals;

/// <summary>
/// What people, groups and their places are called. A name stands in the middle of sentences that others decide by, so it is one
/// line and leaves the sentence around it as it is.
/// </summary>
public static class NameText
{
    /// <summary>The longest, in characters.</summary>
    public const int Longest = 256;

    public static bool IsFit(string text) => text.Length <= Longest && !text.Any(IsUnfit);

    /// <summary>Whether a letter commands terminals, ends the line, or turns the direction in which what follows is read.</summary>
    internal static bool IsUnfit(char letter) =>
        char.IsControl(letter) || letter is (>= '\u2028' and <= '\u2029') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
