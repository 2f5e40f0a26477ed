using Regent.Api.OData;
using Regent.Core.Alerts;
using Regent.Operations;

namespace Regent.Api.Graph.Alerts;

/// <summary>What an alert is about (specification of the API, section 2.8).</summary>
[Entity("unifiedRoleManagementAlertDefinition")]
internal sealed record AlertDefinitionContract
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    public required string ScopeType { get; init; }

    public required string ScopeId { get; init; }

    public required string Description { get; init; }

    public required string SeverityLevel { get; init; }

    public required string SecurityImpact { get; init; }

    public required string MitigationSteps { get; init; }

    public required string HowToPrevent { get; init; }

    public required bool IsRemediatable { get; init; }

    public required bool IsConfigurable { get; init; }

    public static AlertDefinitionContract Of(AlertDefinition definition, Tenant tenant) => new()
    {
        Id = AlertIds.Of(definition.Kind, tenant),
        DisplayName = definition.DisplayName,
        ScopeType = AlertIds.ScopeType,
        ScopeId = AlertIds.ScopeId,
        Description = definition.Description,
        SeverityLevel = definition.Severity switch
        {
            AlertSeverity.Low => "low",
            AlertSeverity.Medium => "medium",
            AlertSeverity.High => "high",
        },
        SecurityImpact = definition.SecurityImpact,
        MitigationSteps = definition.MitigationSteps,
        HowToPrevent = definition.HowToPrevent,
        IsRemediatable = definition.IsRemediatable,
        IsConfigurable = definition.IsConfigurable,
    };
}
