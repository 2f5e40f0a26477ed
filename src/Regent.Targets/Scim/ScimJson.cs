using System.Text.Json;

namespace Regent.Targets.Scim;

/// <summary>Reads what applications say, whatever they say: names of attributes are the same in any case, and what has the wrong shape is not there.</summary>
internal static class ScimJson
{
    /// <summary>An attribute; undefined when it is not there.</summary>
    public static JsonElement Attribute(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return default;
    }

    public static string? Text(this JsonElement element, string name) => element.Attribute(name).Text();

    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Whole(element),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };

    // Half of a pair of letters is no text, and names nothing.
    private static string? Whole(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static int? Number(this JsonElement element, string name) =>
        element.Attribute(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    /// <summary>The values of an attribute that can have several; none when it is not there.</summary>
    public static IEnumerable<JsonElement> Values(this JsonElement element, string name) => element.Attribute(name) switch
    {
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } one => [one],
        _ => [],
    };

    /// <summary>What a thing is called by an attribute such as <c>userName</c> or <c>emails.value</c>.</summary>
    public static IEnumerable<string> Names(this JsonElement element, string attribute) => attribute.Split('.') switch
    {
        [var many, var part] => element.Values(many).Select(one => one.Text(part)).OfType<string>(),
        _ => element.Text(attribute) is { } name ? [name] : [],
    };
}
