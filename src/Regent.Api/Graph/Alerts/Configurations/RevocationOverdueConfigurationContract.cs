using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Configurations;

/// <summary>So long something may stay in a target after its end.</summary>
[Entity("revocationOverdueAlertConfiguration")]
internal sealed record RevocationOverdueConfigurationContract : AlertConfigurationContract
{
    public required TimeSpan Duration { get; init; }
}
