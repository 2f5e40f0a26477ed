using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Core.Requests;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>A request about an assignment.</summary>
[Entity("unifiedRoleAssignmentScheduleRequest")]
internal sealed record RoleAssignmentScheduleRequestContract : RoleRequestContract
{
    internal RoleAssignmentScheduleRequestContract(ScheduleRequest request)
        : base(request)
    {
    }

    [OnDemand]
    public RoleEligibilityScheduleContract? ActivatedUsing { get; init; }

    [OnDemand]
    public RoleAssignmentScheduleContract? TargetSchedule { get; init; }

    public static RoleAssignmentScheduleRequestContract Of(RequestListing listing, Related related) =>
        (RoleAssignmentScheduleRequestContract)new RoleAssignmentScheduleRequestContract(listing.Request)
        {
            ActivatedUsing = related.Eligibility(listing.Schedule) is { } behind ? RoleEligibilityScheduleContract.Of(behind, related) : null,
            TargetSchedule = Target(listing.Request, related) is { } target ? RoleAssignmentScheduleContract.Of(target, related) : null,
        }.With(listing, related);
}
