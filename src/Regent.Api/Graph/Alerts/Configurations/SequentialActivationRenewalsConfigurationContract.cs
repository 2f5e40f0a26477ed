using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Configurations;

/// <summary>So many activations, each so soon after the one before, are too many.</summary>
[Entity("sequentialActivationRenewalsAlertConfiguration")]
internal sealed record SequentialActivationRenewalsConfigurationContract : AlertConfigurationContract
{
    public required int SequentialActivationCounterThreshold { get; init; }

    public required TimeSpan TimeIntervalBetweenActivations { get; init; }
}
