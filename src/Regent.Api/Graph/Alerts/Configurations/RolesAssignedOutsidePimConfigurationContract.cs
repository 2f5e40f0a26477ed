using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Configurations;

/// <summary>Nothing about it can be set.</summary>
[Entity("rolesAssignedOutsidePrivilegedIdentityManagementAlertConfiguration")]
internal sealed record RolesAssignedOutsidePimConfigurationContract : AlertConfigurationContract;
