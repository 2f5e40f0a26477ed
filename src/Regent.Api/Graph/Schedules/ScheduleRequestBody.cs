using System.Text.Json;
using Regent.Api.Graph.Contracts;

namespace Regent.Api.Graph.Schedules;

/// <summary>A request as it is sent: every value may be missing or wrong. What it does not know it leaves aside.</summary>
internal sealed record ScheduleRequestBody
{
    public string? Action { get; init; }

    public string? PrincipalId { get; init; }

    public string? RoleDefinitionId { get; init; }

    public string? DirectoryScopeId { get; init; }

    public string? AppScopeId { get; init; }

    public string? GroupId { get; init; }

    public string? AccessId { get; init; }

    public string? TargetScheduleId { get; init; }

    public string? Justification { get; init; }

    public string? CustomData { get; init; }

    public bool? IsValidationOnly { get; init; }

    public ScheduleInfoBody? ScheduleInfo { get; init; }

    public TicketInfoContract? TicketInfo { get; init; }

    internal sealed record ScheduleInfoBody(string? StartDateTime, JsonElement? Recurrence, ExpirationBody? Expiration);

    internal sealed record ExpirationBody(string? Type, string? EndDateTime, string? Duration);
}
