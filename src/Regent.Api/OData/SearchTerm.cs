using System.Text.RegularExpressions;

namespace Regent.Api.OData;

/// <summary>One word of a search; one of several must be found.</summary>
/// <param name="Member">Where it is searched.</param>
/// <param name="Text">What is searched.</param>
internal sealed partial record SearchTerm(string Member, string Text)
{
    public const string Option = "$search";

    /// <summary>What to say when nothing here can search this member.</summary>
    public Flaw Unsupported => new(FlawKind.UnsupportedQuery, $"'{Member}' cannot be searched here.") { Target = Option };

    /// <summary>Reads terms such as <c>"displayName:ops" OR "mail:ops"</c>, the only form directories know.</summary>
    public static Reading<IReadOnlyList<SearchTerm>> ReadAll(string text)
    {
        if (text.Length == 0)
        {
            return new Reading<IReadOnlyList<SearchTerm>>.Good([]);
        }

        return Form().Match(text) is { Success: true } match
            ? new Reading<IReadOnlyList<SearchTerm>>.Good(
                [.. match.Groups["member"].Captures.Zip(match.Groups["text"].Captures, (member, sought) => new SearchTerm(member.Value, sought.Value))])
            : new Flaw(FlawKind.Query, "$search is written as \"displayName:words\", with the quotes; several are joined by OR.") { Target = Option };
    }

    [GeneratedRegex("""^\s*"(?<member>\w+):(?<text>[^"]+)"(\s+OR\s+"(?<member>\w+):(?<text>[^"]+)")*\s*\z""", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
