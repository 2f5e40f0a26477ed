using System.Text.Json;
using System.Text.Json.Serialization;

namespace Regent.Targets.Webhook;

/// <summary>How calls and answers are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebhookEvent))]
[JsonSerializable(typeof(WebhookReply))]
internal sealed partial class WebhookJson : JsonSerializerContext;
