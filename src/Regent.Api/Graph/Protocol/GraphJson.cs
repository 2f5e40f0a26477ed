using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Regent.Api.OData;

namespace Regent.Api.Graph.Protocol;

/// <summary>How contracts become JSON and back, and which schema they form.</summary>
internal static class GraphJson
{
    public static JsonSerializerOptions Options { get; } = Build();

    /// <summary>The contracts as the OData parser sees them.</summary>
    public static ContractModel Model { get; } = new("microsoft.graph", Options);

    /// <summary>The contract as the members it will be sent with.</summary>
    public static JsonObject Write(object contract) => JsonSerializer.SerializeToNode(contract, contract.GetType(), Options)!.AsObject();

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            AllowDuplicateProperties = false,
            NumberHandling = JsonNumberHandling.Strict,

            // Answers are never part of a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new WireTimeConverter(), new WireDurationConverter(), new WireTextConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
