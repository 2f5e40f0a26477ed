namespace Regent.Core.Assignments;

/// <summary>The time from <paramref name="Start"/> up to, and without, <paramref name="End"/>; without an end it is permanent.</summary>
public readonly record struct Period(DateTimeOffset Start, DateTimeOffset? End)
{
    public bool IsPermanent => End is null;

    public bool Contains(DateTimeOffset moment) => Start <= moment && (End is null || moment < End);

    /// <summary>Whether the period is over, or was empty from the beginning.</summary>
    public bool IsOverAt(DateTimeOffset moment) => End is { } end && (end <= moment || end <= Start);

    /// <summary>The same start, ending no later than <paramref name="limit"/>; null is no limit.</summary>
    public Period EndingBy(DateTimeOffset? limit) =>
        limit is { } latest && (End is null || End > latest) ? this with { End = latest } : this;
}
