using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>Somebody who holds a role that no request gave.</summary>
[Entity("rolesAssignedOutsidePrivilegedIdentityManagementAlertIncident")]
internal sealed record RolesAssignedOutsidePimIncidentContract : HeldRoleIncidentContract
{
    public required DateTimeOffset AssignmentCreatedDateTime { get; init; }
}
