using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Arm.Protocol;
using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Policies;

namespace Regent.Api.Arm.Policies;

/// <summary>The links between roles and their settings at a scope. Each role has its own settings there, so a link never leads elsewhere.</summary>
internal static class RoleManagementPolicyAssignments
{
    public static void Map(IEndpointRouteBuilder arm)
    {
        var group = arm.MapGroup(PolicyAssignmentContract.Type).Speaks(ArmVersions.Requests).ShowsResources(typeof(PolicyAssignmentContract));
        group.MapGet("", ListAsync);
        group.MapGet("{name}", GetAsync);
        group.MapPut("{name}", PutAsync).Takes(typeof(PolicyAssignmentBody));
        group.MapDelete("{name}", DeleteAsync).Shows(typeof(void));
    }

    private static Task<IResult> ListAsync(ArmCall call, ListRoleSettings list, CancellationToken ct) =>
        PolicyReading.ListAsync(call, list, PolicyAssignmentContract.Of, ct);

    private static Task<IResult> GetAsync(ArmCall call, string name, ListRoleSettings list, CancellationToken ct) =>
        FindAsync(call, name, list, StatusCodes.Status200OK, ct);

    private static async Task<IResult> PutAsync(ArmCall call, string name, ListRoleSettings list, GetAssignmentSettings may, CancellationToken ct)
    {
        var body = await JsonBody.ReadAsync<PolicyAssignmentBody>(call.Http.Request, ArmJson.Options, ct);
        return await call.Scope.Then(scope => body.Then(sent => Check(scope, name, sent))).AnswerAsync(async role =>
            await (await may.ExecuteAsync(call.Caller, role, call.Address.Scope!, ct)).AnswerAsync(_ =>
                FindAsync(call, name, list, StatusCodes.Status201Created, ct)));
    }

    private static Task<IResult> DeleteAsync(ArmCall call, string name, ResetRoleSettings reset, CancellationToken ct) =>
        call.Scope.AnswerAsync(async scope => PolicyNames.RoleIn(name, scope) is { } role
            ? (await reset.ExecuteAsync(call.Caller, role, scope, ct)).Answer(wasThere => wasThere ? Results.Ok() : Results.NoContent())
            : ArmErrors.NoSuch(PolicyAssignmentContract.Type, name));

    private static Task<IResult> FindAsync(ArmCall call, string name, ListRoleSettings list, int status, CancellationToken ct) =>
        call.Scope.AnswerAsync(async scope => PolicyNames.RoleIn(name, scope) is { } role
            ? (await list.ExecuteAsync(call.Caller, role, scope, ct)).Answer(found => ArmAnswers.Item(PolicyAssignmentContract.Of(found[0]), status))
            : ArmErrors.NoSuch(PolicyAssignmentContract.Type, name));

    private static Reading<RoleDefinitionId> Check(Scope scope, string name, PolicyAssignmentBody sent)
    {
        if (ArmIds.ReadRole(sent.Properties?.RoleDefinitionId) is not { } role)
        {
            return Wrong("properties.roleDefinitionId", "'properties.roleDefinitionId' must be the id of a role definition.");
        }

        if (ArmIds.LastId(sent.Properties?.PolicyId, PolicyContract.Type) is not { } policy)
        {
            return Wrong("properties.policyId", "'properties.policyId' must be the id of a policy.");
        }

        return policy == PolicyNames.Of(role, scope) && PolicyNames.RoleIn(name, scope) == role
            ? role
            : Wrong("properties.policyId", "Each role has a policy of its own at each scope, and no other one can be linked to it.");
    }

    private static Flaw Wrong(string member, string message) => new(FlawKind.Body, message) { Target = member };
}
