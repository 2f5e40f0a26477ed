using System.Text.Json;
using Regent.Api.OData;

namespace Regent.Api.Access;

/// <summary>Reads members of bodies and options of addresses, or says which is wrong and how it should be.</summary>
internal static class Members
{
    /// <summary>An id in an address; null when it is none.</summary>
    public static Guid? Id(string text) => Guid.TryParseExact(text, "D", out var id) ? id : null;

    /// <summary>An id in a body.</summary>
    public static Reading<Guid> Id(string? text, string member) => text is null ? Missing(member)
        : Id(text) is { } id ? id
        : Wrong(member, $"'{member}' is not an id such as '5a1e0000-0000-4000-8000-000000000003'.");

    /// <summary>A length of time; null where nothing is said.</summary>
    public static Reading<TimeSpan?> Span(string? text, string member) =>
        WireDuration.Read(text, member) is Reading<TimeSpan?>.Bad(var flaw) ? flaw with { Kind = FlawKind.Body } : WireDuration.Read(text, member);

    /// <summary>One of the words of an enumeration, in any letter case.</summary>
    public static Reading<T> Word<T>(string? text, string member, FlawKind kind = FlawKind.Body)
        where T : struct, Enum => text is null ? Missing(member)
        : Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known ? Enum.Parse<T>(known)
        : Wrong(member, $"'{member}' is one of {string.Join(", ", Enum.GetValues<T>().Select(WordOf))}.") with { Kind = kind };

    public static string WordOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static Flaw Missing(string member) => new(FlawKind.Body, $"'{member}' is required.") { Target = member };

    public static Flaw Wrong(string member, string message) => new(FlawKind.Body, message) { Target = member };
}
