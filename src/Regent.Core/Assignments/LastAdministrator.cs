using Regent.Core.Roles;

namespace Regent.Core.Assignments;

/// <summary>Keeps the organisation from locking itself out (specification, section 3.10).</summary>
public static class LastAdministrator
{
    /// <summary>
    /// Whether taking away <paramref name="leaving"/> must be refused, because the role is protected and nobody else holds it, assigned
    /// and in force. A permanent holder is replaced only by a permanent one, for any other ends by itself; so does an activation,
    /// which is neither protected nor counts.
    /// </summary>
    /// <param name="leaving">The schedule that would end.</param>
    /// <param name="remaining">What enabled users, and groups with at least one, would still hold of the same role.</param>
    /// <param name="now">The moment of the question.</param>
    public static Refusal? Protects(Schedule leaving, IEnumerable<Schedule> remaining, DateTimeOffset now)
    {
        if (!IsProtected(leaving.Role, leaving.Scope) || !IsAssigned(leaving, leaving, now))
        {
            return null;
        }

        var permanent = leaving.Kind == ScheduleKind.Assignment && leaving.Effective.IsPermanent
            && leaving.Scope.System == RoleSystem.Directory;
        return remaining.Any(other => other.Id != leaving.Id && other.Kind == ScheduleKind.Assignment
            && IsAssigned(other, leaving, now) && (!permanent || other.Effective.IsPermanent))
            ? null
            : new Refusal(
                RefusalCode.CannotDeleteLastAdminAssignment,
                "Without this nobody would be left in this role. Assign somebody else permanently first.");
    }

    /// <summary>
    /// Whether what reaches its end stays nevertheless: it was given, the role is protected, and nobody else would be left in it. Of what one is
    /// eligible for this holds of Global Administrators alone, and somebody eligible is as good as somebody active.
    /// </summary>
    /// <param name="ending">What has reached its planned end.</param>
    /// <param name="remaining">What enabled users, and groups with at least one, have of the same role at the same scope at that moment.</param>
    public static bool StaysAtEnd(Schedule ending, IEnumerable<Schedule> remaining)
    {
        var counts = ending.Kind == ScheduleKind.Assignment
            ? IsProtected(ending.Role, ending.Scope)
            : ending.Role == DirectoryRoles.GlobalAdministrator && ending.Scope == Scope.Tenant;
        return counts && ending is { Type: AssignmentType.Assigned, EndedAt: null }
            && !remaining.Any(other => other.Id != ending.Id && other.Type == AssignmentType.Assigned
                && (other.Kind == ScheduleKind.Assignment || ending.Kind == ScheduleKind.Eligibility));
    }

    /// <summary>Whether somebody must always be left in this role here: administrators of the tenant, and owners of a group.</summary>
    public static bool IsProtected(RoleDefinitionId role, Scope scope) =>
        (scope == Scope.Tenant && DirectoryRoles.LastHolderProtected.Contains(role)) || role == GroupRoles.Owner;

    private static bool IsAssigned(Schedule schedule, Schedule leaving, DateTimeOffset now) =>
        schedule.Role == leaving.Role && schedule.Scope == leaving.Scope && schedule.Type == AssignmentType.Assigned
        && schedule.IsInForceAt(now);
}
