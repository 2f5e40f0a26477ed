using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>Somebody who has a role and does not sign in.</summary>
[Entity("staleSignInAlertIncident")]
internal sealed record StaleSignInIncidentContract : HeldRoleIncidentContract
{
    public required DateTimeOffset AssignmentCreatedDateTime { get; init; }

    public required DateTimeOffset? LastSignInDateTime { get; init; }
}
