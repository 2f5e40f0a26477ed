using System.Globalization;

namespace Regent.Core;

/// <summary>One thing a rule went by.</summary>
/// <param name="Name">What it is called, such as <c>maximum</c>.</param>
/// <param name="Value">What it was, for people to read; a moment in UTC.</param>
public sealed record RuleFact(string Name, string Value)
{
    /// <summary>The moment itself, where the fact is one, for readers in another zone.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Something that is so or not.</summary>
    public static RuleFact Of(string name, bool isSo) => new(name, isSo ? "yes" : "no");

    /// <summary>A length of time; null is without an end.</summary>
    public static RuleFact Of(string name, TimeSpan? length) => new(name, length?.InWords() ?? "no end");

    /// <summary>A moment; null is without an end.</summary>
    public static RuleFact Of(string name, DateTimeOffset? moment) =>
        new(name, moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "no end") { At = moment };
}
