using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Roles;

/// <summary>
/// Directory roles that are held now, without their times. One is given for ever and taken away by requests, as everything is: there
/// is no other way in.
/// </summary>
internal static class RoleAssignments
{
    // The role's settings may demand a reason, and this form of asking has no place for one.
    private const string Reason = "Given directly, without a request of its own";

    public static void Map(IEndpointRouteBuilder graph)
    {
        ScheduleDoor.Map(graph, RoleFamily.Assignments, RoleSets.RawAssignments);
        var group = graph.MapGroup(RoleSets.RawAssignments.Set).Needs(RolePermissions.WriteRawAssignments);
        group.MapPost("", PostAsync).Takes(typeof(RoleAssignmentBody));
        group.MapDelete("{id}", DeleteAsync);
    }

    private static async Task<IResult> PostAsync(GraphCall call, SubmitRequest submit, FindRelated find, CancellationToken ct) =>
        await (await GraphBody.ReadAsync<RoleAssignmentBody>(call.Http.Request, ct)).Then(Read).AnswerAsync(async ask =>
            await (await submit.ExecuteAsync(call.Caller, ask, ct)).AnswerAsync(async request =>
            {
                var id = new InstanceId(ScheduleKind.Assignment, request.Role, request.Principal, request.Scope);
                return call.Made(RoleSets.RawAssignments.Set, id.ToString(), RoleAssignmentContract.Of(id, await find.ExecuteAsync([], [], ct)));
            }));

    private static async Task<IResult> DeleteAsync(GraphCall call, string id, SubmitRequest submit, CancellationToken ct)
    {
        if (InstanceId.Read(id, ScheduleKind.Assignment) is not { } held)
        {
            return GraphErrors.NoSuchItem(id);
        }

        var ask = new RequestAsk.Remove(new RemovalAsk(held.Kind, held.Principal, held.Role, held.Scope) { Justification = Reason });
        return await submit.ExecuteAsync(call.Caller, ask, ct) switch
        {
            Outcome<ScheduleRequest>.Refused([{ Code: RefusalCode.RoleAssignmentDoesNotExist }]) => GraphErrors.NoSuchItem(id),
            var outcome => outcome.Answer(_ => Results.NoContent()),
        };
    }

    private static Reading<RequestAsk> Read(RoleAssignmentBody body) =>
        BodyMembers.Id(body.PrincipalId, "principalId")
            .Then(principal => BodyMembers.Id(body.RoleDefinitionId, "roleDefinitionId")
            .Then(role => RoleMembers.Scope(body.DirectoryScopeId, body.AppScopeId)
            .Then<RequestAsk>(scope => new RequestAsk.Assign(
                new AssignmentAsk(ScheduleKind.Assignment, new PrincipalId(principal), new RoleDefinitionId(role), scope)
                {
                    Expiration = new Expiration.Never(),
                    Justification = body.Justification ?? Reason,
                }))));
}
