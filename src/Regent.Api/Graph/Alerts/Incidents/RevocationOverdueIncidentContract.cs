using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts.Incidents;

/// <summary>Something that is still in a target after its end.</summary>
[Entity("revocationOverdueAlertIncident")]
internal sealed record RevocationOverdueIncidentContract : TargetIncidentContract
{
    public required string Account { get; init; }

    public required string Entitlement { get; init; }

    public required string? AssigneeId { get; init; }

    public required string? AssigneeDisplayName { get; init; }

    public required DateTimeOffset SinceDateTime { get; init; }

    public required string? ErrorMessage { get; init; }
}
