using Regent.Api.Arm.Contracts;
using Regent.Api.Arm.Protocol;
using Regent.Core.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Arm.Schedules;

/// <summary>What schedules and their instances say alike (specification of the API, section 3.4).</summary>
internal sealed record HeldProperties
{
    public string? OriginRoleAssignmentId { get; init; }

    public string? RoleAssignmentScheduleRequestId { get; init; }

    public string? RoleEligibilityScheduleRequestId { get; init; }

    public string? RoleAssignmentScheduleId { get; init; }

    public string? RoleEligibilityScheduleId { get; init; }

    public string? LinkedRoleEligibilityScheduleId { get; init; }

    public string? LinkedRoleEligibilityScheduleInstanceId { get; init; }

    public string? AssignmentType { get; init; }

    public required string Scope { get; init; }

    public required string RoleDefinitionId { get; init; }

    public required string PrincipalId { get; init; }

    public required string PrincipalType { get; init; }

    public string Status { get; init; } = SchedulesFilter.Status;

    public required DateTimeOffset StartDateTime { get; init; }

    public DateTimeOffset? EndDateTime { get; init; }

    public required string MemberType { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    public DateTimeOffset? UpdatedOn { get; init; }

    public string? Condition { get; init; }

    public string? ConditionVersion { get; init; }

    public required ExpandedContract ExpandedProperties { get; init; }

    /// <summary>A schedule, seen from a scope.</summary>
    public static HeldProperties OfSchedule(ScheduleListing listing, string memberType)
    {
        var schedule = listing.Schedule;
        var isAssignment = schedule.Kind == ScheduleKind.Assignment;
        return Common(listing, memberType) with
        {
            RoleAssignmentScheduleRequestId = isAssignment ? Id(schedule, "roleAssignmentScheduleRequests") : null,
            RoleEligibilityScheduleRequestId = isAssignment ? null : Id(schedule, "roleEligibilityScheduleRequests"),
            UpdatedOn = schedule.EndedAt ?? schedule.CreatedAt,
        };
    }

    /// <summary>What is in force of a schedule, seen from a scope.</summary>
    public static HeldProperties OfInstance(ScheduleListing listing, string memberType)
    {
        var schedule = listing.Schedule;
        var isAssignment = schedule.Kind == ScheduleKind.Assignment;
        return Common(listing, memberType) with
        {
            RoleAssignmentScheduleId = isAssignment ? Id(schedule, "roleAssignmentSchedules") : null,
            OriginRoleAssignmentId = isAssignment ? Id(schedule, "roleAssignments") : null,
            RoleEligibilityScheduleId = isAssignment ? null : Id(schedule, "roleEligibilitySchedules"),
            LinkedRoleEligibilityScheduleInstanceId = schedule.ActivatedUsing?.ToString(),
        };
    }

    private static HeldProperties Common(ScheduleListing listing, string memberType)
    {
        var schedule = listing.Schedule;
        return new HeldProperties
        {
            LinkedRoleEligibilityScheduleId = schedule.ActivatedUsing?.ToString(),
            AssignmentType = schedule.Kind == ScheduleKind.Assignment ? schedule.Type.ToString() : null,
            Scope = schedule.Scope.Value,
            RoleDefinitionId = ArmIds.Role(schedule.Scope, schedule.Role),
            PrincipalId = schedule.Principal.ToString(),
            PrincipalType = listing.Principal.Kind.ToString(),
            StartDateTime = schedule.Effective.Start,
            EndDateTime = schedule.Effective.End,
            MemberType = memberType,
            CreatedOn = schedule.CreatedAt,
            Condition = listing.Maker?.Wording?.Condition,
            ConditionVersion = listing.Maker?.Wording?.ConditionVersion,
            ExpandedProperties = ExpandedContract.Of(schedule.Scope, listing.ScopeName, listing.Role, listing.Principal),
        };
    }

    private static string Id(Schedule schedule, string type) => ArmIds.Of(schedule.Scope, type, schedule.Id);
}
