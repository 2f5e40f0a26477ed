namespace Regent.Cli.Graph;

/// <summary>An ask, and what became of it.</summary>
internal sealed record ScheduleRequest(string Id, string Action, string Status, string PrincipalId, string RoleDefinitionId, string DirectoryScopeId)
{
    public DateTimeOffset? CreatedDateTime { get; init; }

    public DateTimeOffset? CompletedDateTime { get; init; }

    public string? ApprovalId { get; init; }

    public string? TargetScheduleId { get; init; }

    public string? Justification { get; init; }

    public ScheduleInfo? ScheduleInfo { get; init; }

    public TicketInfo? TicketInfo { get; init; }

    public DirectoryObject? Principal { get; init; }

    public DirectoryObject? RoleDefinition { get; init; }
}
