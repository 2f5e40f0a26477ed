using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Regent.Server.Tests.Api.Conformance;

/// <summary>
/// Holds an answer against a schema of OpenAPI 3.0, more strictly than the schema says: what is not declared may not be there, and a
/// derived type is held against its own schema.
/// </summary>
internal sealed class SchemaCheck(ApiDescription description)
{
    // Alerts the reference does not have. Their types add members to those of the types they are derived from.
    private static readonly string[] Ours = ["accessOutsideRegentAlert", "targetNotAnsweringAlert", "revocationOverdueAlert"];

    private readonly List<string> problems = [];

    public static IReadOnlyList<string> Of(ApiDescription description, JsonNode schema, JsonNode? answer)
    {
        var check = new SchemaCheck(description);
        check.Check(schema, answer, "");
        return check.problems;
    }

    private void Check(JsonNode schema, JsonNode? value, string at)
    {
        if (value is null)
        {
            Demand(AllowsNull(schema), at, "is null, which is not declared");
            return;
        }

        var said = description.Resolve(schema);
        if (said["anyOf"] is JsonArray choices)
        {
            CheckAny([.. choices.Where(choice => !IsNullBranch(choice!)).Select(choice => choice!)], value, at);
            return;
        }

        switch (value)
        {
            case JsonObject members:
                CheckObject(Derived(said, members), members, at);
                break;
            case JsonArray items:
                Demand(TypeOf(said) == "array", at, $"is a list, declared is {TypeOf(said)}");
                for (var index = 0; index < items.Count && said["items"] is { } item; index++)
                {
                    Check(item, items[index], $"{at}[{index}]");
                }

                break;
            default:
                CheckPlain(said, value, at);
                break;
        }
    }

    private void CheckAny(IReadOnlyList<JsonNode> choices, JsonNode value, string at)
    {
        var tries = choices.Select(choice => Of(description, choice, value)).ToList();
        if (tries.TrueForAll(tried => tried.Count > 0))
        {
            problems.AddRange(tries[0].Select(problem => $"{at}{problem}"));
        }
    }

    private void CheckObject(JsonObject schema, JsonObject members, string at)
    {
        var parts = Parts(schema).ToList();
        var declared = parts.SelectMany(part => part["properties"]?.AsObject() ?? [])
            .GroupBy(member => member.Key).ToDictionary(member => member.Key, member => member.Last().Value!);
        var isOpen = MayHaveMore(parts, members);
        Demand(declared.Count > 0 || isOpen || TypeOf(schema) == "object", at, $"is an object, declared is {TypeOf(schema)}");
        foreach (var (name, value) in members)
        {
            if (declared.TryGetValue(name, out var member))
            {
                Check(member, value, $"{at}.{name}");
            }
            else
            {
                Demand(isOpen || declared.Count == 0 || name.Contains("@odata.", StringComparison.Ordinal), $"{at}.{name}", "is not declared");
            }
        }

        foreach (var name in parts.SelectMany(part => part["required"]?.AsArray() ?? []).Select(name => (string)name!))
        {
            Demand(members.ContainsKey(name), $"{at}.{name}", "is required and missing");
        }
    }

    private static bool MayHaveMore(List<JsonObject> parts, JsonObject members) => parts.Exists(IsOpen) || IsOurs(members);

    private static bool IsOurs(JsonObject members) =>
        (string?)members["@odata.type"] is { } kind && Array.Exists(Ours, name => kind.StartsWith($"#microsoft.graph.{name}", StringComparison.Ordinal));

    // Whether members that are not declared may be there.
    private static bool IsOpen(JsonObject schema) => schema["additionalProperties"] switch
    {
        JsonValue said => (bool)said,
        var described => described is not null,
    };

    private void CheckPlain(JsonObject schema, JsonNode value, string at)
    {
        var kind = value.GetValueKind();
        var fits = TypeOf(schema) switch
        {
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "integer" => kind == JsonValueKind.Number && (double)value % 1 == 0,
            "number" => kind == JsonValueKind.Number,
            null => true,
            _ => false,
        };
        Demand(fits, at, $"is {value.ToJsonString()}, declared is {TypeOf(schema)}");
        if (!fits || kind != JsonValueKind.String)
        {
            return;
        }

        var text = (string)value!;
        Demand(schema["enum"] is not JsonArray allowed || allowed.Any(one => (string?)one == text), at, $"is '{text}', which is none of the declared values");
        Demand(schema["pattern"] is not { } pattern || Regex.IsMatch(text, (string)pattern!), at, $"is '{text}', which has not the declared form");
        Demand((string?)schema["format"] != "date-time" || DateTimeOffset.TryParse(text, out _), at, $"is '{text}', which is no time");
        Demand((string?)schema["format"] != "uuid" || Guid.TryParse(text, out _), at, $"is '{text}', which is no GUID");
    }

    private JsonObject Derived(JsonObject schema, JsonObject members)
    {
        foreach (var sorting in Parts(schema).Select(part => part["discriminator"]).OfType<JsonObject>())
        {
            if ((string?)members[(string)sorting["propertyName"]!] is { } kind && sorting["mapping"]?[kind] is { } target)
            {
                return description.Resolve(new JsonObject { ["$ref"] = target.DeepClone() });
            }
        }

        return schema;
    }

    private IEnumerable<JsonObject> Parts(JsonObject schema) =>
        (schema["allOf"]?.AsArray() ?? []).SelectMany(part => Parts(description.Resolve(part!))).Append(schema);

    private string? TypeOf(JsonObject schema) =>
        Parts(schema).Select(part => (string?)part["type"] ?? (part["properties"] is null ? null : "object")).LastOrDefault(type => type is not null);

    private bool AllowsNull(JsonNode schema)
    {
        var said = description.Resolve(schema);
        return (bool?)said["nullable"] == true
            || (said["anyOf"]?.AsArray() ?? []).Any(choice => IsNullBranch(choice!) || AllowsNull(choice!))
            || (said["allOf"]?.AsArray() is [{ } only] && AllowsNull(only));
    }

    // How "or null" is written where the value itself is described elsewhere.
    private static bool IsNullBranch(JsonNode schema) => (bool?)schema["nullable"] == true && schema["properties"] is null && (string?)schema["type"] == "object";

    private void Demand(bool holds, string at, string problem)
    {
        if (!holds)
        {
            problems.Add($"{at} {problem}");
        }
    }
}
