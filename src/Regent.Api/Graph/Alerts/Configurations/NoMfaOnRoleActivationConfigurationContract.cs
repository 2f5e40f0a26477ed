using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Configurations;

/// <summary>Nothing about it can be set.</summary>
[Entity("noMfaOnRoleActivationAlertConfiguration")]
internal sealed record NoMfaOnRoleActivationConfigurationContract : AlertConfigurationContract;
