using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Configurations;

/// <summary>So long somebody may go without signing in.</summary>
[Entity("staleSignInAlertConfiguration")]
internal sealed record StaleSignInConfigurationContract : AlertConfigurationContract
{
    public required TimeSpan Duration { get; init; }
}
