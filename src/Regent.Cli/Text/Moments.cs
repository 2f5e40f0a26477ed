using System.Globalization;

namespace Regent.Cli.Text;

/// <summary>Tells times as people say them.</summary>
/// <param name="Now">Now.</param>
/// <param name="Zone">The time zone of the reader.</param>
internal sealed record Moments(DateTimeOffset Now, TimeZoneInfo Zone)
{
    private static readonly TimeSpan AWeek = TimeSpan.FromDays(6);

    /// <summary>When something ends: <c>until 14:30, in 2 h</c>.</summary>
    public string Until(DateTimeOffset? end) => end is { } moment ? $"until {At(moment)}, in {Spans.Of(moment - Now)}" : "for ever";

    /// <summary>How long ago something was: <c>2 h ago</c>.</summary>
    public string Ago(DateTimeOffset? moment) => moment switch
    {
        null => "",
        { } then when Now - then < TimeSpan.FromMinutes(1) => "just now",
        { } then => $"{Spans.Of(Now - then)} ago",
    };

    /// <summary>A moment: the hour today, with the day of the week nearby, with the date else.</summary>
    public string At(DateTimeOffset moment)
    {
        var (there, here) = (TimeZoneInfo.ConvertTime(moment, Zone), TimeZoneInfo.ConvertTime(Now, Zone));
        var format = there.Date == here.Date ? "HH:mm" : (there - here).Duration() < AWeek ? "ddd HH:mm" : "yyyy-MM-dd HH:mm";
        return there.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a moment to come: <c>14:30</c>, <c>2026-11-30 14:30</c>, or with an offset.</summary>
    public DateTimeOffset Read(string text)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);
            var next = InZone(today.ToDateTime(hour));
            return next > Now ? next : InZone(today.AddDays(1).ToDateTime(hour));
        }

        string[] local = ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];
        if (DateTime.TryParseExact(text, local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return InZone(moment);
        }

        string[] fixedOffset = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
        return DateTimeOffset.TryParseExact(text, fixedOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)
            ? exact
            : throw new MisuseException("--start is a time such as 14:30, or a date and time such as \"2026-11-30 14:30\".");
    }

    private DateTimeOffset InZone(DateTime local) => new(local, Zone.GetUtcOffset(local));
}
