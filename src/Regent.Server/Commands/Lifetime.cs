using System.Globalization;
using System.Text.RegularExpressions;

namespace Regent.Server.Commands;

/// <summary>Lengths of time as people type them: <c>30m</c>, <c>8h</c>, <c>7d</c>.</summary>
internal static partial class Lifetime
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>Reads one that is no longer than the longest.</summary>
    public static TimeSpan Read(string text, TimeSpan longest, string option = "--lifetime")
    {
        var read = Form().Match(text.Trim());
        var unit = read.Groups["unit"].Value switch
        {
            "d" => TimeSpan.FromDays(1),
            "h" => TimeSpan.FromHours(1),
            _ => TimeSpan.FromMinutes(1),
        };
        var length = read.Success ? int.Parse(read.Groups["number"].Value, CultureInfo.InvariantCulture) * unit : TimeSpan.Zero;
        return length >= Shortest && length <= longest
            ? length
            : throw new MisuseException($"{option} is a length of time such as 30m, 8h or 7d, and at most {Text(longest)}.");
    }

    public static string Text(TimeSpan length) =>
        length.Ticks % TimeSpan.TicksPerDay == 0 ? $"{length.TotalDays:0}d"
        : length.Ticks % TimeSpan.TicksPerHour == 0 ? $"{length.TotalHours:0}h"
        : $"{length.TotalMinutes:0}m";

    [GeneratedRegex("^(?<number>[0-9]{1,6})(?<unit>[mhd])$")]
    private static partial Regex Form();
}
