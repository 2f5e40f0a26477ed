using Regent.Core.Alerts;

namespace Regent.Storage.Rows;

internal sealed class AlertOperationRow
{
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public AlertKind? Alert { get; init; }
    public Guid? IncidentId { get; init; }
    public required string Detail { get; init; }

    public static AlertOperationRow Of(AlertOperation operation) => new()
    {
        Id = operation.Id,
        At = operation.At,
        Alert = operation.Alert,
        IncidentId = operation.Incident,
        Detail = operation.Detail,
    };

    public AlertOperation ToCore() => new(Id, At, Alert, IncidentId, Detail);
}
