using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Arm.Approvals;
using Regent.Api.Arm.Policies;
using Regent.Api.Arm.Protocol;
using Regent.Api.Arm.Requests;
using Regent.Api.Arm.Roles;
using Regent.Api.Arm.Schedules;
using Regent.Api.Arm.Scopes;
using Regent.Core.Assignments;

namespace Regent.Api.Arm;

/// <summary>
/// All of Azure Resource Manager's addresses, as they are once <see cref="ArmAddresses"/> took the scope out of the path. Each demands a
/// version.
/// </summary>
internal static class ArmRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var arm = api.MapGroup($"{ArmAddress.Root}/{{scope}}");
        arm.AddEndpointFilter(ArmVersionsExtensions.CheckAsync);
        foreach (var kind in new[] { ScheduleKind.Eligibility, ScheduleKind.Assignment })
        {
            ScheduleRequests.Map(arm, kind);
            HeldRoles.Map(arm, kind);
        }

        RoleManagementPolicies.Map(arm);
        RoleManagementPolicyAssignments.Map(arm);
        RoleAssignmentApprovals.Map(arm);
        RoleAssignments.Map(arm);
        RoleDefinitions.Map(arm);
        EligibleChildResources.Map(arm);
        ScopeLookups.Map(arm);
    }
}
