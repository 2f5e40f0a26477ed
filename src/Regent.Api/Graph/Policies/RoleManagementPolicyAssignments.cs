using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Operations;
using Regent.Operations.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>Which policy belongs to which role.</summary>
internal static class RoleManagementPolicyAssignments
{
    private const string Set = "policies/roleManagementPolicyAssignments";

    public static void Map(IEndpointRouteBuilder graph)
    {
        var group = graph.MapGroup(Set);
        group.MapGet("", ListAsync).Needs(PolicyPermissions.Read);
        group.MapGet("$count", CountAsync).Needs(PolicyPermissions.Read);
        group.MapGet("{id}", GetAsync).Needs(PolicyPermissions.Read);
        group.MapGet("{id}/policy", GetPolicyAsync).Needs(PolicyPermissions.Read);
    }

    private static Task<IResult> ListAsync(GraphCall call, ListRoleSettings list, Tenant tenant, CancellationToken ct) =>
        call.ManyAsync(typeof(PolicyAssignmentContract), asked => asked, list, tenant, (asked, found) => call.List(
            Set, asked, found.Cut(asked, one => one.Id.Assignment), one => PolicyAssignmentContract.Of(one.Id, one.Settings)), ct);

    private static Task<IResult> CountAsync(GraphCall call, ListRoleSettings list, Tenant tenant, CancellationToken ct) =>
        call.ManyAsync(typeof(PolicyAssignmentContract), asked => asked.Counting(), list, tenant, (asked, found) =>
            GraphAnswers.Count(found.Cut(asked, one => one.Id.Assignment)), ct);

    private static Task<IResult> GetAsync(GraphCall call, string id, ListRoleSettings list, Tenant tenant, CancellationToken ct) =>
        call.Query<PolicyAssignmentContract>().Then(asked => asked.OfItem()).AnswerAsync(selection => call.OneAsync(
            PolicyId.ReadAssignment(id, tenant), id, list,
            (known, settings) => call.Item(Set, selection, PolicyAssignmentContract.Of(known, settings)), ct));

    private static Task<IResult> GetPolicyAsync(GraphCall call, string id, ListRoleSettings list, Tenant tenant, CancellationToken ct) =>
        call.Query<PolicyContract>().Then(asked => asked.OfItem()).AnswerAsync(selection => call.OneAsync(
            PolicyId.ReadAssignment(id, tenant), id, list,
            (known, settings) => call.Item($"{Set}('{known.Assignment}')/policy", selection, PolicyContract.Of(known, settings)), ct));
}
