using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Alerts;
using Regent.Api.Graph.Approvals;
using Regent.Api.Graph.Audit;
using Regent.Api.Graph.Batch;
using Regent.Api.Graph.Directory;
using Regent.Api.Graph.GroupAccess;
using Regent.Api.Graph.Metadata;
using Regent.Api.Graph.Policies;
using Regent.Api.Graph.Protocol;
using Regent.Api.Graph.Roles;
using Regent.Api.Graph.Schedules;
using Regent.Core.Assignments;

namespace Regent.Api.Graph;

/// <summary>All of Graph's addresses. Both versions have the same, beta has the approvals of directory roles and the alerts as well.</summary>
internal static class GraphRoutes
{
    private static readonly ScheduleFamily[] Families =
    [
        RoleFamily.Assignments, RoleFamily.Eligibilities, new GroupFamily(ScheduleKind.Assignment), new GroupFamily(ScheduleKind.Eligibility),
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        foreach (var version in GraphEnvelope.Versions)
        {
            var open = api.MapGroup(version);
            Schemas.Map(open);
            Batches.Map(open);
            var graph = api.MapGroup(version).AddEndpointFilter<RouteGroupBuilder, TokenGate>();
            DirectoryRoom.Map(graph);
            DirectoryAudits.Map(graph);
            RoleDefinitions.Map(graph);
            foreach (var family in Families)
            {
                ScheduleDoor.Map(graph, family, family.Schedules);
                ScheduleDoor.Map(graph, family, family.Instances);
                RequestDoor.Map(graph, family);
            }

            RoleAssignments.Map(graph);
            RoleManagementPolicies.Map(graph);
            RoleManagementPolicyRules.Map(graph);
            RoleManagementPolicyAssignments.Map(graph);
            ActivationApprovals.Map(graph, version);
            if (version == GraphEnvelope.Beta)
            {
                AlertRoutes.Map(graph);
                ScheduleDoor.Map(graph, RoleFamily.Assignments, RoleSets.TransitiveAssignments);
            }
        }
    }
}
