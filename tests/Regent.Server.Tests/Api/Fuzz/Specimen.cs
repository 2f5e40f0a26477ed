using System.Text.Json.Nodes;
using Regent.Server.Tests.Api.Conformance;

namespace Regent.Server.Tests.Api.Fuzz;

/// <summary>Makes a body that a schema would take, of values that exist where there are some.</summary>
/// <param name="description">Where the schema is from.</param>
/// <param name="known">Values by the name of the member.</param>
internal sealed class Specimen(ApiDescription description, IReadOnlyDictionary<string, string> known)
{
    private const int Deepest = 4;

    public JsonNode? Of(JsonNode schema, Dice dice, string name = "", int depth = 0)
    {
        var said = description.Resolve(schema);
        if (said["anyOf"] is JsonArray choices)
        {
            return Of(choices[0]!, dice, name, depth);
        }

        if (said["enum"] is JsonArray values)
        {
            return values[dice.Below(values.Count)]?.DeepClone();
        }

        return (string?)said["type"] switch
        {
            "string" => Text(said, name),
            "boolean" => dice.Once(2),
            "integer" or "number" => dice.Below(10),
            "array" => depth < Deepest && said["items"] is { } item ? new JsonArray(Of(item, dice, name, depth + 1)) : [],
            _ => depth < Deepest ? Members(said, dice, depth) : [],
        };
    }

    private JsonObject Members(JsonObject said, Dice dice, int depth)
    {
        var body = new JsonObject();
        foreach (var part in (said["allOf"]?.AsArray() ?? []).Select(part => description.Resolve(part!)).Append(said))
        {
            if (part["allOf"] is not null && part != said)
            {
                foreach (var (name, value) in Members(part, dice, depth))
                {
                    body[name] = value?.DeepClone();
                }
            }

            foreach (var (name, member) in part["properties"]?.AsObject() ?? [])
            {
                // Related items are long and seldom sent.
                if (member!["x-ms-navigationProperty"] is null)
                {
                    body[name] = Of(member, dice, name, depth + 1);
                }
            }
        }

        return body;
    }

    private string Text(JsonObject said, string name) => known.TryGetValue(name, out var value) ? value : (string?)said["format"] switch
    {
        "date-time" => "2026-03-02T10:00:00Z",
        "duration" => "PT1H",
        "uuid" => "00000000-0000-0000-0000-000000000001",
        _ => (string?)said["default"] ?? "text",
    };
}
