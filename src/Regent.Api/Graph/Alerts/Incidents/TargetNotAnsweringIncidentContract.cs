using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>A target that does not answer.</summary>
[Entity("targetNotAnsweringAlertIncident")]
internal sealed record TargetNotAnsweringIncidentContract : TargetIncidentContract
{
    public required DateTimeOffset SinceDateTime { get; init; }

    public required string? ErrorMessage { get; init; }
}
