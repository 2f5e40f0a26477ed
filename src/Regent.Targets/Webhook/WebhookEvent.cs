using System.Text.Json.Serialization;

namespace Regent.Targets.Webhook;

/// <summary>One call, as an event by the rules of CloudEvents 1.0.</summary>
internal sealed record WebhookEvent(
    [property: JsonPropertyName("specversion")] string SpecVersion,
    string Id,
    string Source,
    string Type,
    DateTimeOffset Time,
    [property: JsonPropertyName("datacontenttype")] string DataContentType,
    WebhookData Data)
{
    public const string Grant = "regent.access.grant";
    public const string Revoke = "regent.access.revoke";
    public const string Observe = "regent.access.observe";
    public const string List = "regent.access.list";
    public const string Check = "regent.access.check";
}
