using System.Text.Json.Serialization;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>What incidents about a target have in common.</summary>
internal abstract record TargetIncidentContract : AlertIncidentContract
{
    [JsonPropertyOrder(-2)]
    public string TargetId { get; init; } = "";

    [JsonPropertyOrder(-2)]
    public string? TargetDisplayName { get; init; }
}
