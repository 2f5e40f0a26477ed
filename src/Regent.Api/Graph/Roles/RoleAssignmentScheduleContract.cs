using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Roles;

/// <summary>An assignment that is planned or in force.</summary>
[Entity("unifiedRoleAssignmentSchedule")]
internal sealed record RoleAssignmentScheduleContract : RoleScheduleContract
{
    private RoleAssignmentScheduleContract(SeenSchedule seen, Related related)
        : base(seen, related)
    {
        AssignmentType = seen.Listing.Schedule.Type.ToString();
        ActivatedUsing = related.Eligibility(seen.Listing.Schedule) is { } behind ? RoleEligibilityScheduleContract.Of(behind, related) : null;
    }

    public string AssignmentType { get; }

    [OnDemand]
    public RoleEligibilityScheduleContract? ActivatedUsing { get; }

    public static RoleAssignmentScheduleContract Of(SeenSchedule seen, Related related) => new(seen, related);
}
