using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Configurations;

/// <summary>So many people, and such a share of all that was given, are too many.</summary>
[Entity("tooManyGlobalAdminsAssignedToTenantAlertConfiguration")]
internal sealed record TooManyGlobalAdminsConfigurationContract : AlertConfigurationContract
{
    public required int GlobalAdminCountThreshold { get; init; }

    public required int PercentageOfGlobalAdminsOutOfRolesThreshold { get; init; }
}
