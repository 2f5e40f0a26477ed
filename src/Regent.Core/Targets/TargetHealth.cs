namespace Regent.Core.Targets;

/// <summary>How a target answers. After some calls in a row that it did not answer, it is left alone for a little while each time.</summary>
/// <param name="Target">The target.</param>
public sealed record TargetHealth(TargetId Target)
{
    /// <summary>So many calls in a row open the circuit, three.</summary>
    public const int Threshold = 3;

    /// <summary>How long it is left alone at most, before it is tried again, three seconds: what it owes must not wait longer.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>How many calls in a row it did not answer.</summary>
    public int Failures { get; init; }

    /// <summary>Since when it does not answer; null when it does.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>The last words about why.</summary>
    public string? LastError { get; init; }

    /// <summary>It is not called before this moment.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>When it was compared with the ledger last; null when it never was.</summary>
    public DateTimeOffset? SweptAt { get; init; }

    public bool IsOpen => Failures >= Threshold;

    /// <summary>It did not answer.</summary>
    /// <param name="words">Why.</param>
    /// <param name="now">When that was.</param>
    /// <param name="retryAt">When it is tried again.</param>
    public TargetHealth Fail(string words, DateTimeOffset now, DateTimeOffset retryAt) => this with
    {
        Failures = Failures + 1,
        FailingSince = FailingSince ?? now,
        LastError = words,
        RetryAt = retryAt,
    };

    /// <summary>It answered.</summary>
    public TargetHealth Recover() => FailingSince is null ? this : this with { Failures = 0, FailingSince = null, LastError = null, RetryAt = null };

    /// <summary>How long it is left alone if it does not answer now: doubles up to its longest, of which it takes between four fifths and all.</summary>
    /// <param name="spread">A number from 0 to 1 that spreads the next tries of many.</param>
    public TimeSpan Pause(double spread)
    {
        var full = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, ShortestPause.Ticks << Math.Min(Failures, 10)));
        return full * (1 - (spread / 5));
    }
}
