using System.Text.Json;
using System.Text.Json.Serialization;

namespace Regent.Api.OData;

/// <summary>Writes durations. Bodies are read as text, so that what is wrong with them can be said.</summary>
internal sealed class WireDurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WireDuration.Write(value));
}
