using System.Text.Json;
using Regent.Api.Graph.Schedules;
using Regent.Core.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>How Graph names and shapes the lists of memberships and ownerships of groups.</summary>
internal static class GroupSets
{
    /// <summary>Such as <c>identityGovernance/privilegedAccess/group/assignmentSchedules</c>.</summary>
    public static string Name(ScheduleKind kind, string suffix) =>
        $"identityGovernance/privilegedAccess/group/{JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())}{suffix}";

    public static ScheduleSet Schedules(ScheduleKind kind) => kind switch
    {
        ScheduleKind.Assignment => Schedules(
            kind, new ScheduleSetShape(typeof(GroupAssignmentScheduleContract), GroupAssignmentScheduleContract.Of)),
        ScheduleKind.Eligibility => Schedules(
            kind, new ScheduleSetShape(typeof(GroupEligibilityScheduleContract), GroupEligibilityScheduleContract.Of)),
    };

    public static ScheduleSet Instances(ScheduleKind kind) => kind switch
    {
        ScheduleKind.Assignment => Instances(
            kind, new ScheduleSetShape(typeof(GroupAssignmentInstanceContract), GroupAssignmentInstanceContract.Of)),
        ScheduleKind.Eligibility => Instances(
            kind, new ScheduleSetShape(typeof(GroupEligibilityInstanceContract), GroupEligibilityInstanceContract.Of)),
    };

    public static IReadOnlyList<Navigation> RequestNavigations(ScheduleKind kind)
    {
        var contract = kind == ScheduleKind.Assignment ? typeof(GroupAssignmentRequestContract) : typeof(GroupEligibilityRequestContract);
        return
        [
            .. Common(contract), Navigation.From(contract, "targetSchedule", Name(ScheduleKind.Eligibility, "Schedules")),
            .. Behind(contract, kind, "Schedules"),
        ];
    }

    private static ScheduleSet Schedules(ScheduleKind kind, ScheduleSetShape shape) =>
        new(Name(kind, "Schedules"), $"privilegedAccessGroup{kind}Schedule", shape.Contract, shape.Write)
        {
            Needs = GroupPermissions.Read(kind),
            View = ScheduleView.Open,
            Orders = [("createdDateTime", ScheduleSort.Created)],
            Find = text => Find(text, kind, ScheduleView.Open),
            Navigations = [.. Common(shape.Contract), .. Behind(shape.Contract, kind, "Schedules")],
        };

    private static ScheduleSet Instances(ScheduleKind kind, ScheduleSetShape shape) =>
        new(Name(kind, "ScheduleInstances"), $"privilegedAccessGroup{kind}ScheduleInstance", shape.Contract, shape.Write)
        {
            Needs = GroupPermissions.Read(kind),
            View = ScheduleView.InForce,
            Orders = [("startDateTime", ScheduleSort.Start), ("endDateTime", ScheduleSort.End)],
            Find = text => Find(text, kind, ScheduleView.InForce),
            Navigations = [.. Common(shape.Contract), .. Behind(shape.Contract, kind, "ScheduleInstances")],
        };

    // The part that names the group is read as well, so that one spelling names one thing.
    private static ScheduleQuery? Find(string text, ScheduleKind kind, ScheduleView view) => GroupScheduleId.Read(text) is { } id
        ? new ScheduleQuery(kind, view, Now: default) { Id = id.Schedule, Role = id.Role, Scope = Core.Roles.Scope.OfGroup(id.Group) }
        : null;

    private static IEnumerable<Navigation> Common(Type contract) =>
        [Navigation.From(contract, "principal", "directoryObjects"), Navigation.From(contract, "group", "groups")];

    private static IEnumerable<Navigation> Behind(Type contract, ScheduleKind kind, string suffix) => kind == ScheduleKind.Assignment
        ? [Navigation.From(contract, "activatedUsing", Name(ScheduleKind.Eligibility, suffix))]
        : [];
}
