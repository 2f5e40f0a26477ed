using Regent.Api.OData;
using Regent.Core.Requests;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>A request about an eligibility.</summary>
[Entity("unifiedRoleEligibilityScheduleRequest")]
internal sealed record RoleEligibilityScheduleRequestContract : RoleRequestContract
{
    internal RoleEligibilityScheduleRequestContract(ScheduleRequest request)
        : base(request)
    {
    }

    [OnDemand]
    public RoleEligibilityScheduleContract? TargetSchedule { get; init; }

    public static RoleEligibilityScheduleRequestContract Of(RequestListing listing, Related related) =>
        (RoleEligibilityScheduleRequestContract)new RoleEligibilityScheduleRequestContract(listing.Request)
        {
            TargetSchedule = Target(listing.Request, related) is { } target ? RoleEligibilityScheduleContract.Of(target, related) : null,
        }.With(listing, related);
}
