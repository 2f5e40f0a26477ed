namespace Regent.Cli.Graph;

/// <summary>What is asked.</summary>
internal sealed record RequestBody(string Action, string PrincipalId, string RoleDefinitionId, string DirectoryScopeId)
{
    public string? Justification { get; init; }

    public ScheduleInfo? ScheduleInfo { get; init; }

    public TicketInfo? TicketInfo { get; init; }
}
