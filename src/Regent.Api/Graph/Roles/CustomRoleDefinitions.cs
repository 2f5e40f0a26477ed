using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Protocol;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Roles;

namespace Regent.Api.Graph.Roles;

/// <summary>The roles of the organisation's own are made, changed and removed.</summary>
internal static class CustomRoleDefinitions
{
    public static void Map(RouteGroupBuilder definitions)
    {
        definitions.Needs(RolePermissions.WriteDefinitions);
        definitions.MapPost("", PostAsync).Takes(typeof(RoleDefinitionBody));
        definitions.MapPatch("{id}", PatchAsync).Takes(typeof(RoleDefinitionBody)).Produces(StatusCodes.Status204NoContent);
        definitions.MapDelete("{id}", DeleteAsync);
    }

    private static async Task<IResult> PostAsync(GraphCall call, SaveRole save, CancellationToken ct)
    {
        var nothing = new RoleDefinition(default, DisplayName: "", Description: "", IsPrivileged: false, IsBuiltIn: false);
        var body = await GraphBody.ReadAsync<RoleDefinitionBody>(call.Http.Request, ct);
        return await body.Then(sent => sent.Apply(nothing)).AnswerAsync(async wanted =>
            (await save.ExecuteAsync(call.Caller, wanted, ct)).Answer(made =>
                call.Made(RoleSets.Definitions, made.Id.ToString(), RoleDefinitionContract.Of(made))));
    }

    private static async Task<IResult> PatchAsync(GraphCall call, string id, ListRoles list, SaveRole save, CancellationToken ct)
    {
        if (await FindAsync(id, list, ct) is not { } before)
        {
            return GraphErrors.NoSuchObject(id);
        }

        var body = await GraphBody.ReadAsync<RoleDefinitionBody>(call.Http.Request, ct);
        return await body.Then(sent => sent.Apply(before)).AnswerAsync(async wanted =>
            (await save.ExecuteAsync(call.Caller, wanted, ct)).Answer(_ => Results.NoContent()));
    }

    private static async Task<IResult> DeleteAsync(GraphCall call, string id, ListRoles list, RemoveRole remove, CancellationToken ct) =>
        await FindAsync(id, list, ct) is { } role
            ? await remove.ExecuteAsync(call.Caller, role.Id, ct) switch
            {
                Outcome<RoleDefinition>.Refused([{ Code: RefusalCode.RoleDefinitionDoesNotExist }]) => GraphErrors.NoSuchObject(id),
                var outcome => outcome.Answer(_ => Results.NoContent()),
            }
            : GraphErrors.NoSuchObject(id);

    private static async Task<RoleDefinition?> FindAsync(string id, ListRoles list, CancellationToken ct) =>
        Guid.TryParseExact(id, "D", out var wanted)
            ? (await list.ExecuteAsync(RoleSystem.Directory, ct)).FirstOrDefault(role => role.Id.Value == wanted)
            : null;
}
