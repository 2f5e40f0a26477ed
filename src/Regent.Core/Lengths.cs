using System.Globalization;

namespace Regent.Core;

/// <summary>Lengths of time in the words of sentences.</summary>
internal static class Lengths
{
    private const double MinutesInHalfAnHour = 30;

    /// <summary>Such as <c>4 min</c>, <c>1.5 h</c>, <c>1 h 20 min</c> or <c>15 days</c>.</summary>
    public static string InWords(this TimeSpan length) => length switch
    {
        { TotalDays: >= 2 } when length.Ticks % TimeSpan.TicksPerDay == 0 => Number(length.TotalDays, "days"),
        { TotalMinutes: > -60 and < 60 } => Number(length.TotalMinutes, "min"),
        _ when length.TotalMinutes % MinutesInHalfAnHour == 0 => Number(length.TotalHours, "h"),
        _ => $"{Number(Math.Truncate(length.TotalHours), "h")} {Number(Math.Abs(length.TotalMinutes % 60), "min")}",
    };

    private static string Number(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number:0.#} {unit}");
}
