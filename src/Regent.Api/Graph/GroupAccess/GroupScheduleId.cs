using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>The id of a schedule or instance in a group: which group, as what, made by which request (specification of the API, section 1.3).</summary>
/// <param name="Group">The group.</param>
/// <param name="Role">Member or owner.</param>
/// <param name="Schedule">The schedule, which has the id of the request that made it.</param>
internal sealed record GroupScheduleId(PrincipalId Group, RoleDefinitionId Role, ScheduleId Schedule)
{
    public static GroupScheduleId Of(Schedule schedule) => new(schedule.Scope.Group!.Value, schedule.Role, schedule.Id);

    /// <summary>Reads an id; null when it is none.</summary>
    public static GroupScheduleId? Read(string text) =>
        text.Split('_') is [var group, var access, var schedule]
        && Guid.TryParseExact(group, "D", out var groupId) && AccessId.Read(access) is { } role && Guid.TryParseExact(schedule, "D", out var id)
            ? new GroupScheduleId(new PrincipalId(groupId), role, new ScheduleId(id))
            : null;

    public override string ToString() => $"{Group}_{AccessId.Of(Role)}_{Schedule}";
}
