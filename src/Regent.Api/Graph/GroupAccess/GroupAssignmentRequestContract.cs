using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Core.Requests;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>A request about a membership or ownership.</summary>
[Entity("privilegedAccessGroupAssignmentScheduleRequest")]
internal sealed record GroupAssignmentRequestContract : GroupRequestContract
{
    internal GroupAssignmentRequestContract(ScheduleRequest request)
        : base(request)
    {
    }

    [OnDemand]
    public GroupEligibilityScheduleContract? ActivatedUsing { get; init; }

    public static GroupAssignmentRequestContract Of(RequestListing listing, Related related) =>
        (GroupAssignmentRequestContract)new GroupAssignmentRequestContract(listing.Request)
        {
            ActivatedUsing = related.Eligibility(listing.Schedule) is { } behind ? GroupEligibilityScheduleContract.Of(behind, related) : null,
        }.With(listing, related);
}
