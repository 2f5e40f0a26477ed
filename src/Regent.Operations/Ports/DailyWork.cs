namespace Regent.Operations.Ports;

/// <summary>Work that is done once on each day. It is named by its day, so that it is there once however often it is planned.</summary>
internal static class DailyWork
{
    /// <summary>Plans it for today, at once.</summary>
    public static Task AddTodayAsync(this IAgenda agenda, AgendaKind kind, DateTimeOffset now, CancellationToken ct) =>
        agenda.AddAsync(kind, Name(Day(now)), now, due: now, ct);

    /// <summary>Plans it for tomorrow, at this time of day in UTC.</summary>
    public static Task AddTomorrowAsync(this IAgenda agenda, AgendaKind kind, TimeOnly ofDay, DateTimeOffset now, CancellationToken ct)
    {
        var tomorrow = Day(now).AddDays(1);
        return agenda.AddAsync(kind, Name(tomorrow), now, new DateTimeOffset(tomorrow.ToDateTime(ofDay), TimeSpan.Zero), ct);
    }

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static Guid Name(DateOnly day) => new(day.DayNumber, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
