using System.Text.Json;

namespace Regent.Targets.Azure;

/// <summary>Reads members of answers that may not be there.</summary>
internal static class AzureJson
{
    public static JsonElement Member(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var member) ? member : default;

    public static string? Text(this JsonElement item, string name)
    {
        try
        {
            return item.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of letters is no text, and names nothing.
            return null;
        }
    }
}
