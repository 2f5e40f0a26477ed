using Regent.Api.OData;
using Regent.Core.Requests;

namespace Regent.Api.Graph.Roles;

/// <summary>A request about an eligibility.</summary>
[Entity("unifiedRoleEligibilityScheduleRequest")]
internal sealed record RoleEligibilityScheduleRequestContract : ScheduleRequestContract
{
    internal RoleEligibilityScheduleRequestContract(ScheduleRequest request)
        : base(request)
    {
    }
}
