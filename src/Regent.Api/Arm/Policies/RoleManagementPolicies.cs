using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Arm.Protocol;
using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations.Policies;

namespace Regent.Api.Arm.Policies;

/// <summary>The settings of roles at a scope.</summary>
internal static class RoleManagementPolicies
{
    public static void Map(IEndpointRouteBuilder arm)
    {
        var group = arm.MapGroup(PolicyContract.Type).Speaks(ArmVersions.Requests).ShowsResources(typeof(PolicyContract));
        group.MapGet("", ListAsync);
        group.MapGet("{name}", GetAsync);
        group.MapPatch("{name}", PatchAsync).Takes(typeof(PolicyBody));
        group.MapDelete("{name}", DeleteAsync).Shows(typeof(void));
    }

    private static Task<IResult> ListAsync(ArmCall call, ListRoleSettings list, CancellationToken ct) =>
        PolicyReading.ListAsync(call, list, PolicyContract.Of, ct);

    private static Task<IResult> GetAsync(ArmCall call, string name, ListRoleSettings list, CancellationToken ct) =>
        FindAsync(call, name, list, (_, found) => Task.FromResult(ArmAnswers.Item(PolicyContract.Of(found))), ct);

    private static async Task<IResult> PatchAsync(ArmCall call, string name, ListRoleSettings list, ChangeRoleSettings change, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<PolicyBody>(call.Http.Request, ArmJson.Options, ct);
        return await body.AnswerAsync(sent => FindAsync(
            call, name, list,
            (scope, found) => RulesReader.Read(sent).AnswerAsync(async rules =>
                await (await change.ExecuteAsync(call.Caller, found.Role.Id, scope, rules, ct)).AnswerAsync(async _ =>
                    (await list.ExecuteAsync(call.Caller, found.Role.Id, scope, ct)).Answer(now => ArmAnswers.Item(PolicyContract.Of(now[0]))))),
            ct));
    }

    private static Task<IResult> DeleteAsync(ArmCall call, string name, ListRoleSettings list, ResetRoleSettings reset, CancellationToken ct) =>
        FindAsync(
            call, name, list,
            async (scope, found) =>
                (await reset.ExecuteAsync(call.Caller, found.Role.Id, scope, ct)).Answer(wasThere => wasThere ? Results.Ok() : Results.NoContent()),
            ct);

    private static Task<IResult> FindAsync(
        ArmCall call, string name, ListRoleSettings list, Func<Scope, RoleSettings, Task<IResult>> answer, CancellationToken ct) =>
        call.Scope.AnswerAsync(async scope => await (await list.ExecuteAsync(call.Caller, role: null, scope, ct)).AnswerAsync(all =>
            Guid.TryParseExact(name, "D", out var id) && all.FirstOrDefault(one => PolicyNames.Of(one.Role.Id, one.Policy.Scope) == id) is { } found
                ? answer(scope, found)
                : Task.FromResult(ArmErrors.NoSuch(PolicyContract.Type, name))));
}
