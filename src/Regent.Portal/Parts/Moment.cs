using System.Globalization;

namespace Regent.Portal.Parts;

/// <summary>A moment as it is filled in: a date and a time on somebody's own clock, either of which may still be missing.</summary>
public sealed record Moment(DateOnly? Date, TimeOnly? Time)
{
    /// <summary>Nothing filled in yet.</summary>
    public static Moment None { get; } = new(null, null);

    /// <summary>An instant as it stands on the clock of a zone, without its seconds.</summary>
    public static Moment Of(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;

        return new Moment(DateOnly.FromDateTime(local), new TimeOnly(local.Hour, local.Minute));
    }

    /// <summary>What is missing, as a sentence; none when it is complete.</summary>
    public IReadOnlyList<string> Errors => Date is null || Time is null ? ["Give a date and a time."] : [];

    /// <summary>Reads a date field.</summary>
    public static DateOnly? ReadDate(object? value) =>
        DateOnly.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var date) ? date : null;

    /// <summary>Reads a time field.</summary>
    public static TimeOnly? ReadTime(object? value) =>
        TimeOnly.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var time) ? time : null;

    /// <summary>The instant in this zone; null while it is incomplete. An hour that clocks skip in spring is the hour after.</summary>
    public DateTimeOffset? In(TimeZoneInfo zone)
    {
        if (Date is not { } date || Time is not { } time)
        {
            return null;
        }

        var local = date.ToDateTime(time, DateTimeKind.Unspecified);

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
