using Regent.Api.OData;
using Regent.Core.Requests;

namespace Regent.Api.Graph.Roles;

/// <summary>A request about an assignment.</summary>
[Entity("unifiedRoleAssignmentScheduleRequest")]
internal sealed record RoleAssignmentScheduleRequestContract : ScheduleRequestContract
{
    internal RoleAssignmentScheduleRequestContract(ScheduleRequest request)
        : base(request)
    {
    }
}
