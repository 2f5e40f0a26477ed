using System.Text.Json.Serialization;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>What incidents about somebody's role have in common.</summary>
internal abstract record HeldRoleIncidentContract : AssigneeIncidentContract
{
    [JsonPropertyOrder(-1)]
    public string RoleDisplayName { get; init; } = "";

    [JsonPropertyOrder(-1)]
    public string RoleTemplateId { get; init; } = "";

    [JsonPropertyOrder(-1)]
    public string RoleDefinitionId { get; init; } = "";
}
