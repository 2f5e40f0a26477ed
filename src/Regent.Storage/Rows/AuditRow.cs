using System.Text.Json;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Storage.Rows;

internal sealed class AuditRow
{
    /// <summary>Counts the entries in the order they were written.</summary>
    public long Number { get; init; }
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Activity { get; init; }
    public Guid? ActorId { get; init; }
    public AuditResult Result { get; init; }
    public Guid? SubjectId { get; init; }
    public Guid? RoleId { get; init; }
    public string? Scope { get; init; }
    public Guid? CorrelationId { get; init; }
    public string? Reason { get; init; }
    public required string Details { get; init; }

    public static AuditRow Of(AuditEntry entry) => new()
    {
        Id = entry.Id,
        At = entry.At,
        Activity = entry.Activity,
        ActorId = entry.Actor?.Value,
        Result = entry.Result,
        SubjectId = entry.Subject?.Value,
        RoleId = entry.Role?.Value,
        Scope = entry.Scope?.Value,
        CorrelationId = entry.CorrelationId,
        Reason = entry.Reason,
        Details = JsonSerializer.Serialize(entry.Details),
    };

    public AuditEntry ToCore() => new(Id, At, Activity, ActorId is { } actor ? new PrincipalId(actor) : null)
    {
        Result = Result,
        Subject = SubjectId is { } subject ? new PrincipalId(subject) : null,
        Role = RoleId is { } role ? new RoleDefinitionId(role) : null,
        Scope = Scope is null ? null : ScopeText.Read(Scope),
        CorrelationId = CorrelationId,
        Reason = Reason,
        Details = JsonSerializer.Deserialize<Dictionary<string, string>>(Details)!,
    };
}
