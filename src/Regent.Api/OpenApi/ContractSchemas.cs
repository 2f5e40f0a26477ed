using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Regent.Api.Graph.Metadata;
using Regent.Api.Rules;

namespace Regent.Api.OpenApi;

/// <summary>Describes contracts as JSON schemas: what goes over the wire is what is described. Each stands once, by a name of its own.</summary>
internal sealed class ContractSchemas
{
    private readonly Dictionary<Type, string> names = [];

    /// <summary>All that were described, by name.</summary>
    public JsonObject Components { get; } = [];

    /// <summary>A reference to the schema of a contract.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="json">How it becomes JSON.</param>
    /// <param name="isSent">Whether clients send it, so that what only answers have is left out.</param>
    public JsonObject Of(Type contract, JsonSerializerOptions json, bool isSent = false)
    {
        if (!names.TryGetValue(contract, out var name))
        {
            name = SchemaNaming.Of(contract);
            name = Components.ContainsKey(name) ? $"{name}.{contract.Name}" : name;
            names[contract] = name;
            Components[name] = null;
            Components[name] = Described(contract, json, isSent);
        }

        return Refer("schemas", name);
    }

    /// <summary>One of several contracts; null when there are none.</summary>
    public JsonObject? Of(IReadOnlyList<Type> contracts, JsonSerializerOptions json) => contracts switch
    {
        [] => null,
        [var only] => Of(only, json),
        _ => new JsonObject { ["anyOf"] = new JsonArray([.. contracts.Select(contract => Of(contract, json))]) },
    };

    /// <summary>A reference to a part that stands once.</summary>
    public static JsonObject Refer(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    private JsonObject Described(Type contract, JsonSerializerOptions json, bool isSent)
    {
        var info = json.GetTypeInfo(contract);
        return contract.IsAbstract
            ? new JsonObject { ["anyOf"] = new JsonArray([.. Cases(info).Select(one => Of(one, json, isSent))]) }
            : Members(info, json, isSent);
    }

    private static IEnumerable<Type> Cases(JsonTypeInfo info) =>
        info.PolymorphismOptions?.DerivedTypes.Select(derived => derived.DerivedType)
        ?? info.Type.Assembly.GetTypes().Where(type => type.IsSubclassOf(info.Type) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal);

    private JsonObject Members(JsonTypeInfo info, JsonSerializerOptions json, bool isSent)
    {
        var members = new JsonObject();
        foreach (var member in info.Properties.Where(member => isSent ? member.Set is not null || member.AssociatedParameter is not null : member.Get is not null))
        {
            members[member.Name] = Member(member, json, isSent);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = members };
    }

    private JsonObject Member(JsonPropertyInfo member, JsonSerializerOptions json, bool isSent)
    {
        if (member.CustomConverter is SwitchConverter)
        {
            return new JsonObject { ["type"] = new JsonArray("boolean", "string", "null") };
        }

        var schema = SchemaEnums.Of(SchemaNames.Of(member.DeclaringType), member.Name) is { } words && member.PropertyType == typeof(string)
            ? Words(SchemaEnums.Words[words])
            : Value(member.PropertyType, json, isSent);
        return member.IsGetNullable || isSent ? OrNull(schema) : schema;
    }

    private JsonObject Value(Type type, JsonSerializerOptions json, bool isSent)
    {
        var one = Nullable.GetUnderlyingType(type) ?? type;
        return Type.GetTypeCode(one) switch
        {
            TypeCode.String => Plain("string"),
            TypeCode.Boolean => Plain("boolean"),
            TypeCode.Int32 or TypeCode.Int64 => Plain("integer"),
            TypeCode.Double => Plain("number"),
            _ when one == typeof(DateTimeOffset) => Plain("string", "date-time"),
            _ when one == typeof(TimeSpan) => Plain("string", "duration"),
            _ when one == typeof(Guid) => Plain("string", "uuid"),
            _ when ArgumentOf(one, typeof(IReadOnlyList<>)) is [var item] =>
                new JsonObject { ["type"] = "array", ["items"] = Value(item, json, isSent) },
            _ when ArgumentOf(one, typeof(IReadOnlyDictionary<,>)) is [_, var value] =>
                new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(value, json, isSent) },
            _ when one.Assembly == typeof(ContractSchemas).Assembly => Of(one, json, isSent),
            _ => [],
        };
    }

    private static Type[] ArgumentOf(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments() : [];

    private static JsonObject Plain(string type, string? format = null)
    {
        var schema = new JsonObject { ["type"] = type };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return schema;
    }

    private static JsonObject Words(IEnumerable<string> words) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) };

    // What refers cannot say more, and what lists its words would have to list null.
    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["type"]?.GetValue<string>() is { } type && !schema.ContainsKey("enum"))
        {
            schema["type"] = new JsonArray(type, "null");
            return schema;
        }

        return schema.Count == 0 ? schema : new JsonObject { ["anyOf"] = new JsonArray(schema, Plain("null")) };
    }
}
