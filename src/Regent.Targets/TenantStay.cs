using System.Globalization;
using Regent.Core.Targets;

namespace Regent.Targets;

/// <summary>What is said where privileged identity management keeps somebody in a role: for the first minutes, or by an activation of their own.</summary>
internal static class TenantStay
{
    /// <summary>The error that says so.</summary>
    public const string TooShort = "ActiveDurationTooShort";

    /// <summary>Five minutes by the reference, and a second for what is cut off of fractions.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(301);

    private static readonly TimeSpan SameEnd = TimeSpan.FromSeconds(1);

    /// <summary>When it can be taken back at the earliest.</summary>
    /// <param name="start">When it was given there; null is not known, and a moment ago at the latest.</param>
    /// <param name="now">The moment it was refused.</param>
    public static DateTimeOffset EndOf(DateTimeOffset? start, DateTimeOffset now) => (start ?? now) + Shortest;

    /// <summary>Whether what ends then is over when it can be taken back.</summary>
    public static bool EndsBy(DateTimeOffset? known, DateTimeOffset end) => known is { } one && (one <= end || IsSame(one, end));

    /// <summary>Whether two ends are one.</summary>
    public static bool IsSame(DateTimeOffset? end, DateTimeOffset? wanted) => (end, wanted) is (null, null) || (end - wanted)?.Duration() <= SameEnd;

    /// <summary>
    /// Whether somebody has it by activations of their own alone. What they activate there for a while is theirs: Regent neither moves its end
    /// nor takes it away.
    /// </summary>
    /// <param name="holders">What they have there.</param>
    /// <param name="isGiven">Whether one of it was given to them.</param>
    public static bool IsOnlyActivated<T>(IReadOnlyList<T> holders, Predicate<T> isGiven) => holders is [_, ..] && !holders.Any(holder => isGiven(holder));

    /// <summary>What is answered where it is to be given to somebody who activated it there.</summary>
    public static TargetAnswer Activated(Holding holding, TargetAnswer refusal) => TargetAnswer.Refused(
        $"{holding.Account} activated it there by themselves, which Regent leaves alone; it is given when that is over. {refusal.Words}");

    /// <summary>What is answered: the target's own words, and what happens when the minutes are over.</summary>
    /// <param name="refusal">What the target said.</param>
    /// <param name="end">When the minutes are over.</param>
    /// <param name="endsThere">Whether it ends there by itself then.</param>
    public static TargetAnswer Answer(TargetAnswer refusal, DateTimeOffset end, bool endsThere)
    {
        var at = end.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var then = endsThere ? $"It ends there by itself at {at} UTC, and Regent looks then." : $"Regent tries again at {at} UTC.";
        return TargetAnswer.Refused($"{then} {refusal.Words}") with { RetryAt = end };
    }
}
