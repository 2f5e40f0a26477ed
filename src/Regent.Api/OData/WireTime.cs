using System.Globalization;
using System.Text.RegularExpressions;

namespace Regent.Api.OData;

/// <summary>Moments as they go over the wire: ISO 8601 with an offset; written in UTC with <c>Z</c>.</summary>
internal static partial class WireTime
{
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Latest = new(2999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public static string Write(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a member of a body.</summary>
    public static Reading<DateTimeOffset?> Read(string? text, string member)
    {
        if (text is null)
        {
            return (DateTimeOffset?)null;
        }

        if (!Form().IsMatch(text))
        {
            return Flaw(member, WithoutOffset().IsMatch(text)
                ? "is a time without an offset. End it with 'Z' or an offset such as '+02:00'."
                : "is not a time such as '2030-01-01T08:00:00Z'.");
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return Flaw(member, "is not a time that exists.");
        }

        return moment >= Earliest && moment <= Latest
            ? moment.ToUniversalTime()
            : Flaw(member, $"lies outside the years {Earliest.Year} to {Latest.Year}.");
    }

    /// <summary>A moment as it was sent, where every program reads it like that; null otherwise.</summary>
    public static string? Repeatable(string? text) => text is not null && Written().IsMatch(text) ? text : null;

    private static Flaw Flaw(string member, string problem) => new(FlawKind.Content, $"The value of '{member}' {problem}") { Target = member };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Written();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d{1,12})?)?([Zz]|[+-]\d\d:\d\d)\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?)?\z")]
    private static partial Regex WithoutOffset();
}
