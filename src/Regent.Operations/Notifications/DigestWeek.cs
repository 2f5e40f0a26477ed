namespace Regent.Operations.Notifications;

/// <summary>The week a digest is about, named by the day it is sent on.</summary>
/// <param name="Day">That day, in UTC.</param>
public readonly record struct DigestWeek(DateOnly Day)
{
    /// <summary>The name of its work on the agenda; the same for the same week.</summary>
    public Guid Id => new(Day.DayNumber, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>What tells its mails from those of other weeks.</summary>
    public string Occasion => $"week to {Day:yyyy-MM-dd}";

    /// <summary>When it is sent.</summary>
    public DateTimeOffset DueAt(int hour) => new(Day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    /// <summary>The week that a name on the agenda stands for.</summary>
    public static DigestWeek Of(Guid id) => new(DateOnly.FromDayNumber(BitConverter.ToInt32(id.ToByteArray())));

    /// <summary>The next one to be sent after a moment.</summary>
    public static DigestWeek After(DateTimeOffset now, DayOfWeek day, int hour)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var next = new DigestWeek(today.AddDays(((int)day - (int)today.DayOfWeek + 7) % 7));
        return next.DueAt(hour) > now ? next : new DigestWeek(next.Day.AddDays(7));
    }
}
