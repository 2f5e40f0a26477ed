using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Roles;

/// <summary>An assignment that is in force.</summary>
[Entity("unifiedRoleAssignmentScheduleInstance")]
internal sealed record RoleAssignmentScheduleInstanceContract : RoleInstanceContract
{
    private RoleAssignmentScheduleInstanceContract(SeenSchedule seen, Related related)
        : base(seen, related)
    {
        AssignmentType = seen.Listing.Schedule.Type.ToString();
        RoleAssignmentOriginId = Id;
        RoleAssignmentScheduleId = RoleScheduleIds.Of(seen);
        ActivatedUsing = related.Eligibility(seen.Listing.Schedule) is { } behind
            ? RoleEligibilityScheduleInstanceContract.Of(behind, related)
            : null;
    }

    public string AssignmentType { get; }

    public string RoleAssignmentOriginId { get; }

    public string RoleAssignmentScheduleId { get; }

    [OnDemand]
    public RoleEligibilityScheduleInstanceContract? ActivatedUsing { get; }

    public static RoleAssignmentScheduleInstanceContract Of(SeenSchedule seen, Related related) => new(seen, related);
}
