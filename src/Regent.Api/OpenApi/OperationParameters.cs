using System.Text.Json.Nodes;
using Regent.Api.Access;
using Regent.Api.Arm.Protocol;
using Regent.Api.Graph.Metadata;

namespace Regent.Api.OpenApi;

/// <summary>What can be put into an address: the parts of its path, query options and headers.</summary>
internal static class OperationParameters
{
    private const string Text = "string";
    private const string Number = "integer";
    private const string Switch = "boolean";
    private const string Search = "$search";
    private const string ArmSkip = "$skipToken";

    private static readonly string[] OfEveryone = ["client-request-id"];
    private static readonly string[] OfItems = ["$select", "$expand"];
    private static readonly string[] OfCounts = ["$filter", Search];
    private static readonly string[] OfLists = ["$filter", Search, "$select", "$expand", "$orderby", "$top", "$skip", "$count", "$skiptoken", "Prefer"];

    /// <summary>The options that stand once and are referred to, by name.</summary>
    public static JsonObject Components() => new(Known().Select(option => KeyValuePair.Create(NameOf(option.Name), (JsonNode?)new JsonObject
    {
        ["name"] = option.Name,
        ["in"] = option.Name.StartsWith('$') ? "query" : "header",
        ["description"] = option.Words,
        ["schema"] = new JsonObject { ["type"] = option.Type },
    })));

    /// <summary>The parameters of one operation.</summary>
    /// <param name="route">The address.</param>
    /// <param name="place">Where it leads in the schema; null when it leads elsewhere.</param>
    /// <param name="isRead">Whether it only reads.</param>
    /// <param name="isList">Whether it answers with many.</param>
    public static JsonArray Of(DescribedRoute route, Place? place, bool isRead, bool isList)
    {
        var path = route.Parameters.Distinct().Select(InPath);
        var version = route.IsArm ? [Version(route)] : Array.Empty<JsonObject>();
        var own = route.Metadata.OfType<OptionShape>().Select(InQuery);
        var options = Options(route, place, isRead, isList).Concat(OfEveryone).Where(option => option != Search || place?.IsSearchable == true);
        return new JsonArray([.. path, .. version, .. own, .. options.Select(option => ContractSchemas.Refer("parameters", NameOf(option)))]);
    }

    private static string[] Options(DescribedRoute route, Place? place, bool isRead, bool isList) => (route.IsArm, isRead, isList) switch
    {
        (true, true, true) => ["$filter", ArmSkip],
        (false, true, _) when place is null => [],
        (false, true, _) when route.Steps is [.., "$count"] => OfCounts,
        (false, true, true) => OfLists,
        (false, true, false) => OfItems,
        _ => [],
    };

    private static IEnumerable<(string Name, string Type, string Words)> Known() =>
    [
        ("$filter", Text, "Which items are wanted. What cannot be filtered by is refused, never ignored."),
        (Search, Text, "Words to look for. The API wants the header 'ConsistencyLevel: eventual' with it."),
        ("$select", Text, "The members that are wanted, with commas between."),
        ("$expand", Text, "Related items to send along."),
        ("$orderby", Text, "The member to sort by, and 'desc' for the other way around."),
        ("$top", Number, "How many items one answer may hold."),
        ("$skip", Number, "How many items to leave out at the beginning."),
        ("$count", Switch, "Whether to tell how long the whole list is."),
        ("$skiptoken", Text, "Where to go on, as the link to the next page has it."),
        (ArmSkip, Text, "Where to go on, as the link to the next page has it."),
        ("Prefer", Text, "For instance 'odata.maxpagesize=20': how many items the sender would rather have in one answer."),
        ("client-request-id", Text, "An id of the sender's own, which the answer repeats."),
    ];

    private static JsonObject InQuery(OptionShape option) => new()
    {
        ["name"] = option.Name,
        ["in"] = "query",
        ["description"] = option.Words,
        ["schema"] = new JsonObject { ["type"] = option.Type },
    };

    private static JsonObject InPath(string name)
    {
        var (words, schema) = name switch
        {
            "scope" => (
                "A management group, subscription, resource group or resource, slashes and all: subscriptions/{id}. The path may also begin at "
                + "'/providers', for everything.",
                new JsonObject { ["type"] = Text }),
            "on" => ("As what the items concern the caller.", new JsonObject
            {
                ["type"] = Text,
                ["enum"] = new JsonArray([.. SchemaEnums.Words[SchemaEnums.CurrentUser].Select(word => JsonValue.Create(word))]),
            }),
            "type" => ("A type of the schema, such as microsoft.graph.user.", new JsonObject { ["type"] = Text }),
            "rest" => ("Whatever follows.", new JsonObject { ["type"] = Text }),
            _ => ($"Names the {(name is "id" or "name" ? "item" : OperationWords.Spoken(name))}.", new JsonObject { ["type"] = Text }),
        };
        return new JsonObject { ["name"] = name, ["in"] = "path", ["required"] = true, ["description"] = words, ["schema"] = schema };
    }

    private static JsonObject Version(DescribedRoute route)
    {
        var known = route.Metadata.GetMetadata<ArmVersions>()?.Known ?? [];
        var schema = new JsonObject { ["type"] = Text };
        if (known.Count > 0)
        {
            schema["enum"] = new JsonArray([.. known.Select(version => JsonValue.Create(version))]);
        }

        schema["example"] = known.Count > 0 ? known[0] : "2022-12-01";
        return new JsonObject
        {
            ["name"] = "api-version",
            ["in"] = "query",
            ["required"] = true,
            ["description"] = "The version of the API that is spoken.",
            ["schema"] = schema,
        };
    }

    private static string NameOf(string option) => option == ArmSkip ? "armSkipToken" : option.TrimStart('$');
}
