using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Regent.Api.OData;

namespace Regent.Api.Arm.Protocol;

/// <summary>How contracts become JSON and back. What is null is left out, unless the contract says that null is said.</summary>
internal static class ArmJson
{
    public static JsonSerializerOptions Options { get; } = Build();

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            AllowDuplicateProperties = false,

            // Bodies are often cut out of templates, in which both are at home.
            AllowTrailingCommas = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            NumberHandling = JsonNumberHandling.Strict,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

            // Answers are never part of a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new WireTimeConverter(), new WireDurationConverter(), new WireTextConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
