using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Configurations;

/// <summary>Nothing about it can be set.</summary>
[Entity("targetNotAnsweringAlertConfiguration")]
internal sealed record TargetNotAnsweringConfigurationContract : AlertConfigurationContract;
