using Regent.Core.Assignments;
using Regent.Core.Roles;

namespace Regent.Storage.Rows;

/// <summary>
/// Who is in which group, when: by the directory always, by an assignment as long as that is in force. One table for both, so that
/// every question about members goes one way.
/// </summary>
internal sealed class MembershipRow
{
    /// <summary>Stands for no beginning.</summary>
    public static readonly DateTimeOffset Always = DateTimeOffset.UnixEpoch;

    public Guid GroupId { get; init; }
    public Guid MemberId { get; init; }

    /// <summary>The assignment it comes from; empty for what the directory says.</summary>
    public Guid ScheduleId { get; init; }
    public DateTimeOffset Start { get; init; } = Always;

    /// <summary>The end that counts.</summary>
    public DateTimeOffset Until { get; init; } = ScheduleRow.Forever;

    /// <summary>The membership that an assignment gives; null when it gives none.</summary>
    public static MembershipRow? Of(Schedule schedule) =>
        schedule is { Kind: ScheduleKind.Assignment, Scope.Group: { } group } && schedule.Role == GroupRoles.Member
            ? new MembershipRow
            {
                GroupId = group.Value,
                MemberId = schedule.Principal.Value,
                ScheduleId = schedule.Id.Value,
                Start = schedule.Period.Start,
                Until = schedule.Effective.End ?? ScheduleRow.Forever,
            }
            : null;
}
