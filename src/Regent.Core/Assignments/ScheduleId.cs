namespace Regent.Core.Assignments;

/// <summary>Names one schedule for ever. A schedule made by a request has the id of that request.</summary>
public readonly record struct ScheduleId(Guid Value)
{
    /// <summary>A new id, ordered by the time it was made.</summary>
    public static ScheduleId At(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}
