using System.Text.Json.Serialization;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>What incidents about somebody have in common.</summary>
internal abstract record AssigneeIncidentContract : AlertIncidentContract
{
    [JsonPropertyOrder(-2)]
    public string? AssigneeDisplayName { get; init; }

    [JsonPropertyOrder(-2)]
    public string? AssigneeUserPrincipalName { get; init; }

    [JsonPropertyOrder(-2)]
    public string AssigneeId { get; init; } = "";
}
