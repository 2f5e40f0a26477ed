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

    private static async Task<IResult> AddAsync(GraphCall call, string id, AddGroupMember add, CancellationToken ct) =>
        await (await GraphBody.ReadAsync<ReferenceBody>(call.Http.Request, ct)).Then(body => body.Read()).AnswerAsync(member =>
            WithAsync(id, async group => (await add.ExecuteAsync(call.Caller, group, new PrincipalId(member), ct)).Answer(_ => Results.NoContent())));

    private static Task<IResult> RemoveAsync(GraphCall call, string id, string member, RemoveGroupMember remove, CancellationToken ct) =>
        WithAsync(id, group => WithAsync(member, async who =>
            (await remove.ExecuteAsync(call.Caller, group, who, ct)).Answer(_ => Results.NoContent())));

    private static Task<IResult> WithAsync(string id, Func<PrincipalId, Task<IResult>> answer) =>
        Guid.TryParseExact(id, "D", out var known) ? answer(new PrincipalId(known)) : Task.FromResult(GraphErrors.NoSuchObject(id));
}
