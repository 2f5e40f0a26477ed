using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Regent.Cli.Text;

/// <summary>Lengths of time as people say and type them.</summary>
internal static partial class Spans
{
    /// <summary>A length, rounded down to what matters: <c>3 days</c>, <c>1 h 30 min</c>, <c>5 min</c>, <c>20 s</c>.</summary>
    public static string Of(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => $"{(int)span.TotalDays} days",
        { TotalHours: >= 1 } => span.Minutes == 0 ? $"{(int)span.TotalHours} h" : $"{(int)span.TotalHours} h {span.Minutes} min",
        { TotalMinutes: >= 1 } => $"{span.Minutes} min",
        _ => $"{Math.Max(0, span.Seconds)} s",
    };

    /// <summary>A length as the API writes it, such as <c>PT2H</c>, for people; null when it is none.</summary>
    public static string? OfWire(string? duration) => FromWire(duration) is { } span ? Of(span) : null;

    /// <summary>Reads <c>2h</c>, <c>90m</c>, <c>1h30m</c>, <c>1d</c> or <c>PT2H</c>.</summary>
    public static TimeSpan Read(string text, string option = "--duration")
    {
        var read = Form().Match(text.Trim());
        var span = read.Success
            ? TimeSpan.FromDays(Number(read, "d")) + TimeSpan.FromHours(Number(read, "h")) + TimeSpan.FromMinutes(Number(read, "m"))
            : FromWire(text.Trim()) ?? TimeSpan.Zero;
        return span > TimeSpan.Zero
            ? span
            : throw new MisuseException($"{option} is a length of time such as 2h, 90m or 1h30m.");
    }

    private static int Number(Match read, string unit) =>
        read.Groups[unit] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    private static TimeSpan? FromWire(string? text)
    {
        try
        {
            return text is null ? null : XmlConvert.ToTimeSpan(text);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            return null;
        }
    }

    [GeneratedRegex("^(?=.)(?:(?<d>[0-9]{1,5})d)?(?:(?<h>[0-9]{1,5})h)?(?:(?<m>[0-9]{1,5})m)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
