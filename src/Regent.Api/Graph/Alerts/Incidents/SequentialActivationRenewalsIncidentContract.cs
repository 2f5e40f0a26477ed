using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>Somebody who activates a role again and again.</summary>
[Entity("sequentialActivationRenewalsAlertIncident")]
internal sealed record SequentialActivationRenewalsIncidentContract : HeldRoleIncidentContract
{
    public required int ActivationCount { get; init; }

    public required DateTimeOffset SequenceStartDateTime { get; init; }

    public required DateTimeOffset? SequenceEndDateTime { get; init; }
}
