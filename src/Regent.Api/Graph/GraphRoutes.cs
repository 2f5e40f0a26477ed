using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Approvals;
using Regent.Api.Graph.Audit;
using Regent.Api.Graph.Batch;
using Regent.Api.Graph.Directory;
using Regent.Api.Graph.Protocol;
using Regent.Api.Graph.Roles;
using Regent.Core.Assignments;

namespace Regent.Api.Graph;

/// <summary>All of Graph's addresses. Both versions have the same, beta has the approvals as well.</summary>
internal static class GraphRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        foreach (var version in GraphEnvelope.Versions)
        {
            Batches.Map(api.MapGroup(version));
            var graph = api.MapGroup(version).AddEndpointFilter<RouteGroupBuilder, TokenGate>();
            DirectoryRoom.Map(graph);
            DirectoryAudits.Map(graph);
            RoleDefinitions.Map(graph);
            ScheduleInstances.Map(graph, ScheduleKind.Eligibility);
            ScheduleInstances.Map(graph, ScheduleKind.Assignment);
            ScheduleRequests.Map(graph, ScheduleKind.Eligibility);
            ScheduleRequests.Map(graph, ScheduleKind.Assignment);
            if (version == GraphEnvelope.Beta)
            {
                RoleAssignmentApprovals.Map(graph);
            }
        }
    }
}
