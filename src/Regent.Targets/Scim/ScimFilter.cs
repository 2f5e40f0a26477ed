using System.Text.Encodings.Web;
using System.Text.Json;

namespace Regent.Targets.Scim;

/// <summary>Writes filters; values are JSON strings there, so that no quote or bracket in one ends it.</summary>
internal static class ScimFilter
{
    // The fewest escapes that are still correct: some applications read \u0027 letter by letter.
    private static readonly JsonSerializerOptions FewEscapes = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Equals(string attribute, string value) => $"{attribute} eq {Quoted(value)}";

    public static string AnyOf(string attribute, IEnumerable<string> values) => string.Join(" or ", values.Select(value => Equals(attribute, value)));

    /// <summary>Whether every application will understand a value; many stumble over escapes, and would look for something else.</summary>
    public static bool CanCarry(string value) => Quoted(value) == $"\"{value}\"";

    private static string Quoted(string value) => JsonSerializer.Serialize(value, FewEscapes);
}
