using System.Text.RegularExpressions;

namespace Regent.Api.OData;

/// <summary>Brings filters into the form that parsers read.</summary>
internal static partial class FilterText
{
    /// <summary>Writes operators, and words that stand for a value, in small letters. Texts in quotes stay as they are.</summary>
    public static string Regular(string filter) =>
        Words().Replace(filter.Trim(), found => found.Groups["word"].Success ? found.Value.ToLowerInvariant() : found.Value);

    [GeneratedRegex(@"'[^']*'|(?<![\w/.])(?<word>(true|false|null)(?![\w/(])|(eq|and|or)(?![\w/]))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
