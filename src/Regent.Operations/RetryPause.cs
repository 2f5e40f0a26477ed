using System.Security.Cryptography;

namespace Regent.Operations;

/// <summary>How long what failed is left alone before it is tried again.</summary>
public static class RetryPause
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Doubles with each failure up to a quarter of an hour, and spreads by up to a fifth.</summary>
    public static TimeSpan After(int attempts)
    {
        var wait = TimeSpan.FromTicks(Math.Min(Longest.Ticks, Shortest.Ticks << Math.Min(attempts, 20)));
        return wait + (wait * (Spread() / 5));
    }

    /// <summary>A number from 0 to 1 that differs from one to the next.</summary>
    public static double Spread() => RandomNumberGenerator.GetInt32(0, 1_000) / 1000.0;
}
