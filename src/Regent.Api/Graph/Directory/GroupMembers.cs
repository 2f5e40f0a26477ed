using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Core.Principals;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>Puts principals into groups and takes them out.</summary>
internal static class GroupMembers
{
    private const string Members = "groups/{id}/members";

    public static void Map(IEndpointRouteBuilder graph)
    {
        graph.MapPost($"{Members}/$ref", AddAsync).Needs(DirectoryPermissions.ManageMembers).Takes(typeof(ReferenceBody)).Produces(StatusCodes.Status204NoContent);
        graph.MapDelete($"{Members}/{{member}}/$ref", RemoveAsync).Needs(DirectoryPermissions.ManageMembers);
    }

    private static async Task<IResult> AddAsync(GraphCall call, string id, GetPrincipal get, AddGroupMember add, CancellationToken ct) =>
        await (await GraphBody.ReadAsync<ReferenceBody>(call.Http.Request, ct)).Then(body => body.Read()).AnswerAsync(member =>
            WithGroupAsync(call, id, get, async group => (await add.ExecuteAsync(call.Caller, group, new PrincipalId(member), ct)).Answer(_ => Results.NoContent()), ct));

    private static Task<IResult> RemoveAsync(
        GraphCall call, string id, string member, GetPrincipal get, RemoveGroupMember remove, CancellationToken ct) =>
        WithGroupAsync(
            call, id, get,
            async group => Guid.TryParseExact(member, "D", out var who)
                ? (await remove.ExecuteAsync(call.Caller, group, new PrincipalId(who), ct)).Answer(_ => Results.NoContent())
                : GraphErrors.NoSuchObject(member),
            ct);

    private static async Task<IResult> WithGroupAsync(
        GraphCall call, string id, GetPrincipal get, Func<PrincipalId, Task<IResult>> answer, CancellationToken ct) =>
        await get.NamedAsync(id, PrincipalKind.Group, ct) is { } group
            ? call.RefusalToManage(group) ?? await answer(group.Id)
            : GraphErrors.NoSuchObject(id);
}
