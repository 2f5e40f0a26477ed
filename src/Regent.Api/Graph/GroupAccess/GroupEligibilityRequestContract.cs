using Regent.Api.OData;
using Regent.Core.Requests;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>A request about an eligible membership or ownership.</summary>
[Entity("privilegedAccessGroupEligibilityScheduleRequest")]
internal sealed record GroupEligibilityRequestContract : GroupRequestContract
{
    internal GroupEligibilityRequestContract(ScheduleRequest request)
        : base(request)
    {
    }

    public static GroupEligibilityRequestContract Of(RequestListing listing, Related related) =>
        (GroupEligibilityRequestContract)new GroupEligibilityRequestContract(listing.Request).With(listing, related);
}
