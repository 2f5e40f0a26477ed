using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>Somebody who is Global Administrator, where there are too many.</summary>
[Entity("tooManyGlobalAdminsAssignedToTenantAlertIncident")]
internal sealed record TooManyGlobalAdminsIncidentContract : AssigneeIncidentContract;
