using System.Text.RegularExpressions;
using System.Xml;

namespace Regent.Api.OData;

/// <summary>Durations as they go over the wire: ISO 8601 in days and smaller units, such as <c>PT8H</c>.</summary>
internal static partial class WireDuration
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366 * 100);

    public static string Write(TimeSpan duration) => XmlConvert.ToString(duration);

    /// <summary>Reads a member of a body.</summary>
    public static Reading<TimeSpan?> Read(string? text, string member)
    {
        if (text is null)
        {
            return (TimeSpan?)null;
        }

        if (!Form().IsMatch(text) || text.EndsWith('P') || text.EndsWith('T'))
        {
            return Flaw(member, "is not a duration in days, hours, minutes and seconds, such as 'PT8H' or 'P30D'.");
        }

        try
        {
            var duration = XmlConvert.ToTimeSpan(text);
            return duration > TimeSpan.Zero && duration <= Longest
                ? duration
                : Flaw(member, "must be more than nothing and at most a hundred years.");
        }
        catch (Exception error) when (error is OverflowException or FormatException)
        {
            return Flaw(member, "must be at most a hundred years.");
        }
    }

    private static Flaw Flaw(string member, string problem) => new(FlawKind.Content, $"The value of '{member}' {problem}") { Target = member };

    [GeneratedRegex(@"^-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?\z")]
    private static partial Regex Form();
}
