using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Configurations;

/// <summary>So long something may go without being activated.</summary>
[Entity("redundantAssignmentAlertConfiguration")]
internal sealed record RedundantAssignmentConfigurationContract : AlertConfigurationContract
{
    public required TimeSpan Duration { get; init; }
}
