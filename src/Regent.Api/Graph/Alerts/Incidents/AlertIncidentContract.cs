using System.Text.Json.Serialization;
using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>One thing an alert has found (specification of the API, section 2.8). Each alert has a type of its own.</summary>
[Entity("unifiedRoleManagementAlertIncident")]
internal abstract record AlertIncidentContract
{
    [JsonPropertyOrder(-3)]
    public string Id { get; init; } = "";
}
