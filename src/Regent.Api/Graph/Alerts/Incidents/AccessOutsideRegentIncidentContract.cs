using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>Somebody who has something in a target that Regent did not give.</summary>
[Entity("accessOutsideRegentAlertIncident")]
internal sealed record AccessOutsideRegentIncidentContract : TargetIncidentContract
{
    public required string Account { get; init; }

    public required string Entitlement { get; init; }

    public required DateTimeOffset FoundDateTime { get; init; }
}
