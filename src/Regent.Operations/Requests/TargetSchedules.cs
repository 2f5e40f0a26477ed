using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Finds the schedule an ask is about, where the ask does not name one.</summary>
internal static class TargetSchedules
{
    /// <summary>What was given and is open, or ended last; null when there is none.</summary>
    public static async Task<ScheduleId?> FindTargetAsync(
        this IScheduleStore schedules, AssignmentAsk ask, bool ended, DateTimeOffset now, CancellationToken ct)
    {
        var found = await schedules.ListAsync(
            new ScheduleQuery(ask.Kind, ended ? ScheduleView.Over : ScheduleView.Open, now)
            {
                Principals = [ask.Principal],
                Role = ask.Role,
                Scope = ask.Scope,
                Type = AssignmentType.Assigned,
                Sort = ScheduleSort.End,
                Descending = true,
            },
            new PageAsk(size: 1), ct);
        return found.Items is [var listing] ? listing.Schedule.Id : null;
    }
}
