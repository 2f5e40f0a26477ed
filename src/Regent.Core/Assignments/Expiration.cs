namespace Regent.Core.Assignments;

/// <summary>When something asked for shall end, as the asker put it (specification, section 1.3).</summary>
public abstract record Expiration
{
    private Expiration()
    {
    }

    /// <summary>The end for a given start; null is never.</summary>
    public abstract DateTimeOffset? EndFrom(DateTimeOffset start);

    /// <summary>Permanent.</summary>
    public sealed record Never : Expiration
    {
        public override DateTimeOffset? EndFrom(DateTimeOffset start) => null;
    }

    /// <summary>At a moment.</summary>
    public sealed record AfterDateTime(DateTimeOffset End) : Expiration
    {
        public override DateTimeOffset? EndFrom(DateTimeOffset start) => End;
    }

    /// <summary>So long after the start.</summary>
    public sealed record AfterDuration(TimeSpan Duration) : Expiration
    {
        public override DateTimeOffset? EndFrom(DateTimeOffset start) =>
            Duration > DateTimeOffset.MaxValue - start ? DateTimeOffset.MaxValue : start + Duration;
    }
}
