using System.Text.Json.Serialization;
using Regent.Api.OData;
using Regent.Core.Alerts;
using Regent.Operations;

namespace Regent.Api.Graph.Alerts.Configurations;

/// <summary>By what an alert goes (specification of the API, section 2.8). Each alert has a type of its own.</summary>
[Entity("unifiedRoleManagementAlertConfiguration")]
internal abstract record AlertConfigurationContract
{
    [JsonPropertyOrder(-2)]
    public string Id { get; private init; } = "";

    [JsonPropertyOrder(-2)]
    public string AlertDefinitionId { get; private init; } = "";

    [JsonPropertyOrder(-2)]
    public string ScopeType { get; } = AlertIds.ScopeType;

    [JsonPropertyOrder(-2)]
    public string ScopeId { get; } = AlertIds.ScopeId;

    [JsonPropertyOrder(-2)]
    public bool IsEnabled { get; private init; }

    [OnDemand]
    public AlertDefinitionContract AlertDefinition { get; private init; } = default!;

    public static AlertConfigurationContract Of(AlertConfiguration configuration, Tenant tenant)
    {
        var id = AlertIds.Of(configuration.Kind, tenant);
        return ItsOwn(configuration) with
        {
            Id = id,
            AlertDefinitionId = id,
            IsEnabled = configuration.IsEnabled,
            AlertDefinition = AlertDefinitionContract.Of(configuration.Definition, tenant),
        };
    }

    /// <summary>The type that configurations of this alert have.</summary>
    public static Type TypeOf(AlertKind kind) => ItsOwn(AlertConfiguration.Default(kind)).GetType();

    private static AlertConfigurationContract ItsOwn(AlertConfiguration configuration) => configuration.Kind switch
    {
        AlertKind.AccessOutsideRegent => new AccessOutsideRegentConfigurationContract(),
        AlertKind.TargetNotAnswering => new TargetNotAnsweringConfigurationContract(),
        AlertKind.RevocationOverdue => new RevocationOverdueConfigurationContract { Duration = configuration.Grace() },
        AlertKind.InvalidLicense => new InvalidLicenseConfigurationContract(),
        AlertKind.NoMfaOnRoleActivation => new NoMfaOnRoleActivationConfigurationContract(),
        AlertKind.RolesAssignedOutsidePim => new RolesAssignedOutsidePimConfigurationContract(),
        AlertKind.RedundantAssignment => new RedundantAssignmentConfigurationContract { Duration = configuration.Allowed() },
        AlertKind.StaleSignIn => new StaleSignInConfigurationContract { Duration = configuration.Allowed() },
        AlertKind.SequentialActivationRenewals => new SequentialActivationRenewalsConfigurationContract
        {
            SequentialActivationCounterThreshold = configuration[AlertThreshold.Activations],
            TimeIntervalBetweenActivations = TimeSpan.FromSeconds(configuration[AlertThreshold.PauseSeconds]),
        },
        AlertKind.TooManyGlobalAdminsAssignedToTenant => new TooManyGlobalAdminsConfigurationContract
        {
            GlobalAdminCountThreshold = configuration[AlertThreshold.Administrators],
            PercentageOfGlobalAdminsOutOfRolesThreshold = configuration[AlertThreshold.Share],
        },
    };
}
