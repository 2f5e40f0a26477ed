using Regent.Core.Assignments;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>The ids of schedules of directory roles: that of the request that made it, and of an assignment that none made that of its instance.</summary>
internal static class RoleScheduleIds
{
    public static string Of(SeenSchedule seen) => seen is { IsMadeByRequest: false, Listing.Schedule: { Kind: ScheduleKind.Assignment } schedule }
        ? InstanceId.Of(schedule).ToString()
        : seen.Listing.Schedule.Id.ToString();

    /// <summary>Reads an id; null when it is none of a schedule of this kind.</summary>
    public static ScheduleQuery? Read(string text, ScheduleKind kind)
    {
        if (Guid.TryParseExact(text, "D", out var id))
        {
            return new ScheduleQuery(kind, ScheduleView.Open, Now: default) { Id = new ScheduleId(id) };
        }

        return InstanceId.Read(text, kind)?.Query(ScheduleView.Open);
    }
}
