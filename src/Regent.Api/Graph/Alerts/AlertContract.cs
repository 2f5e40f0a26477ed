using Regent.Api.Graph.Alerts.Configurations;
using Regent.Api.Graph.Alerts.Incidents;
using Regent.Api.OData;
using Regent.Core.Alerts;
using Regent.Operations;

namespace Regent.Api.Graph.Alerts;

/// <summary>Where an alert stands (specification of the API, section 2.8).</summary>
[Entity("unifiedRoleManagementAlert")]
internal sealed record AlertContract
{
    public required string Id { get; init; }

    public required string AlertDefinitionId { get; init; }

    public required string ScopeId { get; init; }

    public required string ScopeType { get; init; }

    public required int IncidentCount { get; init; }

    public required bool IsActive { get; init; }

    public required DateTimeOffset? LastModifiedDateTime { get; init; }

    public required DateTimeOffset? LastScannedDateTime { get; init; }

    [OnDemand]
    public required AlertDefinitionContract AlertDefinition { get; init; }

    [OnDemand]
    public required AlertConfigurationContract AlertConfiguration { get; init; }

    [OnDemand]
    public required IReadOnlyList<AlertIncidentContract> AlertIncidents { get; init; }

    /// <param name="alert">The alert.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="incidents">What it finds; nothing where nobody asked for that.</param>
    public static AlertContract Of(Alert alert, Tenant tenant, IReadOnlyList<AlertIncidentContract> incidents)
    {
        var id = AlertIds.Of(alert.Kind, tenant);
        return new AlertContract
        {
            Id = id,
            AlertDefinitionId = id,
            ScopeId = AlertIds.ScopeId,
            ScopeType = AlertIds.ScopeType,
            IncidentCount = alert.IncidentCount,
            IsActive = alert.IsActive,
            LastModifiedDateTime = alert.LastModifiedAt,
            LastScannedDateTime = alert.LastScannedAt,
            AlertDefinition = AlertDefinitionContract.Of(alert.Definition, tenant),
            AlertConfiguration = AlertConfigurationContract.Of(alert.Configuration, tenant),
            AlertIncidents = incidents,
        };
    }
}
