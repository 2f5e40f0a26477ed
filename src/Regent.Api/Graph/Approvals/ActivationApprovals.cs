using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Approvals;

/// <summary>
/// What activations wait or waited for, of one role system. An approval has the id of its request, and its one step, also called a
/// stage, the id of the approval.
/// </summary>
internal sealed class ActivationApprovals(RoleSystem system, string set, Type contract, Func<RequestApproval, object> write)
{
    private const string OfGroups = "identityGovernance/privilegedAccess/group/assignmentApprovals";

    /// <summary>Those of directory roles are in beta only; those of groups have stages in v1.0, and steps in beta.</summary>
    public static void Map(IEndpointRouteBuilder graph, string version)
    {
        if (version == GraphEnvelope.Beta)
        {
            new ActivationApprovals(
                RoleSystem.Directory, "roleManagement/directory/roleAssignmentApprovals", typeof(ApprovalContract), ApprovalContract.Of).Map(graph);
            new ActivationApprovals(RoleSystem.Groups, OfGroups, typeof(ApprovalContract), ApprovalContract.Of).Map(graph);
        }
        else
        {
            new ActivationApprovals(RoleSystem.Groups, OfGroups, typeof(StagedApprovalContract), StagedApprovalContract.Of).Map(graph);
        }
    }

    private TokenPermission Reading => system == RoleSystem.Groups ? ApprovalPermissions.ReadForGroups : ApprovalPermissions.ReadForRoles;

    private TokenPermission Deciding => system == RoleSystem.Groups ? ApprovalPermissions.DecideForGroups : ApprovalPermissions.DecideForRoles;

    private void Map(IEndpointRouteBuilder graph)
    {
        var group = graph.MapGroup(set);
        group.MapGet("", ListAsync).Needs(Reading);
        group.MapGet("$count", CountAsync).Needs(Reading);
        group.MapGet("filterByCurrentUser(on='{on}')", ListOwnAsync).Needs(Reading);
        group.MapGet("{id}", GetAsync).Needs(Reading);
        new ApprovalSteps(system, set, "steps").Map(group, Reading, Deciding);
        new ApprovalSteps(system, set, "stages").Map(group, Reading, Deciding);
    }

    private Task<IResult> ListAsync(GraphCall call, ListActivationApprovals list, CancellationToken ct) =>
        FindAsync(call, list, RequestList.All, new RequestQuery(), asked => asked, (asked, page) => call.List(set, asked, page, write), ct);

    private Task<IResult> CountAsync(GraphCall call, ListActivationApprovals list, CancellationToken ct) =>
        FindAsync(call, list, RequestList.All, new RequestQuery(), asked => asked.Counting(), (_, page) => GraphAnswers.Count(page), ct);

    private Task<IResult> ListOwnAsync(GraphCall call, string on, ListActivationApprovals list, CancellationToken ct)
    {
        var me = call.Caller.Id;
        return on.ToUpperInvariant() switch
        {
            "APPROVER" => OwnAsync(RequestList.ToDecide, new RequestQuery()),
            "TARGET" => OwnAsync(RequestList.Mine, new RequestQuery { Principal = me }),
            "CREATEDBY" => OwnAsync(RequestList.Mine, new RequestQuery { CreatedBy = me }),
            _ => Task.FromResult(GraphErrors.Of(
                new Flaw(FlawKind.Query, "These can be filtered on='approver', on='target' or on='createdBy'.") { Target = "on" })),
        };

        Task<IResult> OwnAsync(RequestList whose, RequestQuery query) =>
            FindAsync(call, list, whose, query, asked => asked, (asked, page) => call.List(set, asked, page, write), ct);
    }

    private Task<IResult> GetAsync(GraphCall call, string id, GetApproval get, CancellationToken ct) =>
        call.Query(contract).Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            await call.ApprovalAsync(id, system, get, ct) is { } approval
                ? call.Item(set, selection, write(approval))
                : GraphErrors.NoSuchItem(id));

    private Task<IResult> FindAsync(
        GraphCall call, ListActivationApprovals list, RequestList whose, RequestQuery query, Func<ODataQuery, ODataQuery> shape,
        Func<ODataQuery, Page<RequestApproval>, IResult> answer, CancellationToken ct) =>
        call.Query(contract).Then(ApprovalLookup.InOrder).Then<ODataQuery>(asked => shape(asked)).AnswerAsync(async asked =>
            (await list.ExecuteAsync(call.Caller, whose, query with { System = system }, asked.Page(PageAsk.Largest), ct))
                .Answer(page => answer(asked, page)));
}
