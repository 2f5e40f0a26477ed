using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>A role that a password alone activates.</summary>
[Entity("noMfaOnRoleActivationAlertIncident")]
internal sealed record NoMfaOnRoleActivationIncidentContract : AlertIncidentContract
{
    public required string RoleDisplayName { get; init; }

    public required string RoleTemplateId { get; init; }
}
