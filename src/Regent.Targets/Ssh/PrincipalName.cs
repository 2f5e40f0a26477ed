using System.Globalization;
using System.Text;
using Regent.Core.Targets;

namespace Regent.Targets.Ssh;

/// <summary>
/// What can be the name of a principal. On servers names stand in lists and files with one on a line, behind options; one with a blank,
/// a comma or a quote could be read there as something else.
/// </summary>
internal static class PrincipalName
{
    /// <summary>Why an account cannot be given a principal; null when it can.</summary>
    public static string? Problem(Holding holding)
    {
        if (!IsFit(holding.Entitlement))
        {
            return $"{Shown(holding.Entitlement)} cannot be a certificate principal: use letters, digits and such signs as @ . _ - without blanks, "
                + "commas, quotes and a # at the start.";
        }

        return IsPlain(holding.Account) ? null : $"{Shown(holding.Account)} cannot be an account: it has signs that cannot be shown.";
    }

    public static bool IsFit(string name) =>
        IsPlain(name) && name[0] != '#' && !name.Any(letter => char.IsWhiteSpace(letter) || letter is ',' or '"' or '\'' or '\\' or '*' or '?');

    /// <summary>Whether it is neither empty nor has signs that cannot be shown.</summary>
    public static bool IsPlain(string name) => name.Length is > 0 and <= Holding.MaxLength && name.EnumerateRunes().All(IsShown);

    /// <summary>The same with a stroke in the place of every sign that cannot be shown, or would lead to another line or the other way round.</summary>
    public static string OnOneLine(string text) => string.Concat(text.EnumerateRunes().Select(rune => IsShown(rune) ? rune.ToString() : "_"));

    // Half a sign reads as the replacement sign.
    private static bool IsShown(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned);

    private static string Shown(string name) => string.Concat(name.EnumerateRunes().Where(IsShown).Take(100).Select(rune => rune.ToString()));
}
