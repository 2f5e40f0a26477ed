using System.Globalization;

namespace Regent.Portal.Pages.Settings;

/// <summary>A length of time as it is filled in: a number of days, months of 30 days, or years of 365.</summary>
/// <param name="length">The length to begin with.</param>
public sealed class LengthDraft(TimeSpan length)
{
    // More than anything that can be set, and little enough to be reckoned with.
    private const int Most = 99_999;

    private static readonly LengthUnit[] LargestFirst = [LengthUnit.Years, LengthUnit.Months, LengthUnit.Days];

    public string Number { get; set; } = NumberOf(length);

    public LengthUnit Unit { get; set; } = UnitOf(length);

    /// <summary>What is filled in; null when it is no whole number.</summary>
    public TimeSpan? Length => (Number, Unit) == (NumberOf(length), UnitOf(length))
        ? length
        : int.TryParse(Number, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            && number <= Most
            ? TimeSpan.FromDays(number * (int)Unit)
            : null;

    /// <summary>A length as people say it: "1 year", "6 months", "15 days".</summary>
    public static string Words(TimeSpan length)
    {
        var word = UnitOf(length).ToString().ToLowerInvariant();

        return NumberOf(length) is "1" ? $"1 {word[..^1]}" : $"{NumberOf(length)} {word}";
    }

    // Through the API it may have hours as well; then it is a number of days with a point.
    private static string NumberOf(TimeSpan length) => (length.TotalDays / (int)UnitOf(length)).ToString("0.####", CultureInfo.InvariantCulture);

    private static LengthUnit UnitOf(TimeSpan length) =>
        LargestFirst.First(unit => unit == LengthUnit.Days || length.Ticks % TimeSpan.FromDays((int)unit).Ticks == 0);
}
