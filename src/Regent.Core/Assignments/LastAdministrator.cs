using Regent.Core.Roles;

namespace Regent.Core.Assignments;

/// <summary>Keeps the organisation from locking itself out (specification, section 3.10).</summary>
public static class LastAdministrator
{
    /// <summary>
    /// Whether taking away <paramref name="leaving"/> must be refused: the role is protected and nobody else holds it
    /// permanently, assigned, and in force. A time-bound or activated holder does not count, for it ends by itself.
    /// </summary>
    /// <param name="leaving">The schedule that would end.</param>
    /// <param name="remaining">What enabled users, and groups with at least one, would still hold of the same role.</param>
    /// <param name="now">The moment of the question.</param>
    public static Refusal? Protects(Schedule leaving, IEnumerable<Schedule> remaining, DateTimeOffset now)
    {
        var counts = leaving.Kind == ScheduleKind.Assignment && IsAnchor(leaving, leaving.Role, now);
        return counts && !remaining.Any(other => other.Id != leaving.Id && IsAnchor(other, leaving.Role, now))
            ? new Refusal(
                RefusalCode.CannotDeleteLastAdminAssignment,
                "This is the last permanent active assignment of this role. Assign somebody else permanently first.")
            : null;
    }

    private static bool IsAnchor(Schedule schedule, RoleDefinitionId role, DateTimeOffset now) =>
        schedule.Role == role && DirectoryRoles.LastHolderProtected.Contains(role) && schedule.Scope == Scope.Tenant
        && schedule is { Kind: ScheduleKind.Assignment, Type: AssignmentType.Assigned, Effective.IsPermanent: true }
        && schedule.IsInForceAt(now);
}
