using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>Somebody who does not activate what they are eligible for.</summary>
[Entity("redundantAssignmentAlertIncident")]
internal sealed record RedundantAssignmentIncidentContract : HeldRoleIncidentContract
{
    public required DateTimeOffset? LastActivationDateTime { get; init; }
}
