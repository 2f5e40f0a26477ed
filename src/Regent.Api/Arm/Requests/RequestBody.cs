namespace Regent.Api.Arm.Requests;

/// <summary>A request as it is sent: every value may be missing or wrong. What it does not know it leaves aside.</summary>
internal sealed record RequestBody(RequestBody.PropertiesBody? Properties)
{
    internal sealed record PropertiesBody
    {
        public string? Scope { get; init; }

        public string? RoleDefinitionId { get; init; }

        public string? PrincipalId { get; init; }

        public string? RequestType { get; init; }

        public string? TargetRoleAssignmentScheduleId { get; init; }

        public string? TargetRoleEligibilityScheduleId { get; init; }

        public string? LinkedRoleEligibilityScheduleId { get; init; }

        public ScheduleInfoBody? ScheduleInfo { get; init; }

        public string? Justification { get; init; }

        public TicketBody? TicketInfo { get; init; }

        public string? Condition { get; init; }

        public string? ConditionVersion { get; init; }
    }

    internal sealed record ScheduleInfoBody(string? StartDateTime, ExpirationBody? Expiration);

    internal sealed record ExpirationBody(string? Type, string? EndDateTime, string? Duration);

    internal sealed record TicketBody(string? TicketNumber, string? TicketSystem);
}
