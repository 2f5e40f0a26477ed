using Regent.Api.Graph.Protocol;
using Regent.Api.Graph.Schedules;
using Regent.Core.Assignments;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>How Graph names and shapes the lists of directory roles that are held or can be activated.</summary>
internal static class RoleSets
{
    public const string Definitions = "roleManagement/directory/roleDefinitions";

    private const string Objects = "directoryObjects";

    /// <summary>Such as <c>roleManagement/directory/roleAssignmentSchedules</c>.</summary>
    public static string Name(ScheduleKind kind, string suffix) => $"roleManagement/directory/role{kind}{suffix}";

    public static ScheduleSet Schedules(ScheduleKind kind) => kind switch
    {
        ScheduleKind.Assignment => Schedules(
            kind, new ScheduleSetShape(typeof(RoleAssignmentScheduleContract), RoleAssignmentScheduleContract.Of)),
        ScheduleKind.Eligibility => Schedules(
            kind, new ScheduleSetShape(typeof(RoleEligibilityScheduleContract), RoleEligibilityScheduleContract.Of)),
    };

    public static ScheduleSet Instances(ScheduleKind kind) => kind switch
    {
        ScheduleKind.Assignment => Instances(
            kind, new ScheduleSetShape(typeof(RoleAssignmentScheduleInstanceContract), RoleAssignmentScheduleInstanceContract.Of)),
        ScheduleKind.Eligibility => Instances(
            kind, new ScheduleSetShape(typeof(RoleEligibilityScheduleInstanceContract), RoleEligibilityScheduleInstanceContract.Of)),
    };

    /// <summary>What is held now, without its times.</summary>
    public static ScheduleSet RawAssignments { get; } = Raw("roleAssignments", RolePermissions.ReadRawAssignments, ScheduleList.All);

    /// <summary>The same, and for a principal that is asked about also what groups hold for it.</summary>
    public static ScheduleSet TransitiveAssignments { get; } =
        Raw("transitiveRoleAssignments", RolePermissions.ReadTransitiveAssignments, ScheduleList.AllThroughGroups);

    public static IReadOnlyList<Navigation> RequestNavigations(ScheduleKind kind)
    {
        var contract = kind == ScheduleKind.Assignment ? typeof(RoleAssignmentScheduleRequestContract) : typeof(RoleEligibilityScheduleRequestContract);
        return
        [
            .. Common(contract), Navigation.From(contract, "targetSchedule", Name(kind, "Schedules")),
            .. Behind(contract, kind, "Schedules"),
        ];
    }

    /// <summary>The related items that everything about a directory role has.</summary>
    public static IReadOnlyList<Navigation> Common(Type contract) =>
    [
        Navigation.From(contract, "principal", Objects), Navigation.From(contract, "roleDefinition", Definitions),
        Navigation.From(contract, "directoryScope", Objects), Navigation.From(contract, "appScope", "appScopes"),
    ];

    private static ScheduleSet Schedules(ScheduleKind kind, ScheduleSetShape shape) =>
        new(Name(kind, "Schedules"), $"unifiedRole{kind}Schedule", shape.Contract, shape.Write)
        {
            Needs = RolePermissions.Read(kind),
            View = ScheduleView.Open,
            Orders = [("createdDateTime", ScheduleSort.Created)],
            Find = text => RoleScheduleIds.Read(text, kind),
            Navigations = [.. Common(shape.Contract), .. Behind(shape.Contract, kind, "Schedules")],
        };

    private static ScheduleSet Instances(ScheduleKind kind, ScheduleSetShape shape) =>
        new(Name(kind, "ScheduleInstances"), $"unifiedRole{kind}ScheduleInstance", shape.Contract, shape.Write)
        {
            Needs = RolePermissions.Read(kind),
            View = ScheduleView.InForce,
            Orders = [("startDateTime", ScheduleSort.Start), ("endDateTime", ScheduleSort.End)],
            Find = text => InstanceId.Read(text, kind)?.Query(ScheduleView.InForce),
            Navigations = [.. Common(shape.Contract), .. Behind(shape.Contract, kind, "ScheduleInstances")],
        };

    private static ScheduleSet Raw(string name, TokenPermission needs, ScheduleList whose) =>
        new($"roleManagement/directory/{name}", "unifiedRoleAssignment", typeof(RoleAssignmentContract), RoleAssignmentContract.Of)
        {
            Needs = needs,
            View = ScheduleView.InForce,
            Whose = whose,
            HasOwn = false,
            Orders = [("", ScheduleSort.Start)],
            Find = text => InstanceId.Read(text, ScheduleKind.Assignment)?.Query(ScheduleView.InForce),
            Navigations = Common(typeof(RoleAssignmentContract)),
        };

    private static IEnumerable<Navigation> Behind(Type contract, ScheduleKind kind, string suffix) => kind == ScheduleKind.Assignment
        ? [Navigation.From(contract, "activatedUsing", Name(ScheduleKind.Eligibility, suffix))]
        : [];
}
