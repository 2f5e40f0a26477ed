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
        // Brought into the calendar, so that nonsense is left to the rules to refuse. In UTC, for a clock ahead of it ends sooner.
        public override DateTimeOffset? EndFrom(DateTimeOffset start)
        {
            var (least, most) = (DateTimeOffset.MinValue - start, DateTimeOffset.MaxValue - start);
            return start.ToUniversalTime() + (Duration < least ? least : Duration > most ? most : Duration);
        }
    }
}
