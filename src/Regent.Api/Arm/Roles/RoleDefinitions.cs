using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Arm.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Roles;

namespace Regent.Api.Arm.Roles;

/// <summary>The roles that can be held at a scope. There are few, and each answer is cut out of all of them.</summary>
internal static class RoleDefinitions
{
    private const string Type = RoleDefinitionProperties.Set;

    public static void Map(IEndpointRouteBuilder arm)
    {
        var group = arm.MapGroup(Type).Speaks(ArmVersions.Roles).ShowsResources(typeof(RoleDefinitionProperties));
        group.MapGet("", ListAsync);
        group.MapGet("{name}", GetAsync);
        group.MapPut("{name}", PutAsync).Takes(typeof(RoleDefinitionBody));
        group.MapDelete("{name}", DeleteAsync);
    }

    private static Task<IResult> ListAsync(ArmCall call, ListRolesAt list, CancellationToken ct) =>
        call.Scope.Then(scope => call.Filter.Then(Test).Then<(Scope Scope, Func<RoleDefinition, bool> Test)>(test => (scope, test)))
            .AnswerAsync(asked => call.Page(PageAsk.Largest).AnswerAsync(async page =>
            {
                var found = (await list.ExecuteAsync(asked.Scope, ct)).Where(asked.Test).ToList();
                var start = found.FindIndex(role => role.Id.ToString() == page.After) + 1;
                return call.List(Cut(found, start, page.Size), role => RoleDefinitionProperties.Of(asked.Scope, role));
            }));

    // A role is told by its id alone, wherever it is asked for.
    private static Task<IResult> GetAsync(ArmCall call, string name, ListRoles list, CancellationToken ct) => call.Scope.AnswerAsync(async scope =>
        await FindAsync(name, list, ct) is { } role ? ArmAnswers.Item(RoleDefinitionProperties.Of(scope, role)) : ArmErrors.NoSuch(Type, name));

    private static async Task<IResult> PutAsync(ArmCall call, string name, SaveRole save, CancellationToken ct)
    {
        if (!Guid.TryParseExact(name, "D", out var id) || id == Guid.Empty)
        {
            return ArmErrors.Of(new Flaw(FlawKind.Body, "A role definition is named by an id that you choose.") { Target = "name" });
        }

        var body = await JsonBody.ReadAsync<RoleDefinitionBody>(call.Http.Request, ArmJson.Options, ct);
        return await call.Scope.Then(scope => body.Then(sent => RoleDefinitionReader.Read(new RoleDefinitionId(id), sent))
            .Then<(Scope Scope, RoleDefinition Role)>(role => (scope, role))).AnswerAsync(async asked =>
            (await save.ExecuteAsync(call.Caller, asked.Role, mayBeNew: true, ct)).Answer(role =>
                ArmAnswers.Item(RoleDefinitionProperties.Of(asked.Scope, role), StatusCodes.Status201Created)));
    }

    private static Task<IResult> DeleteAsync(ArmCall call, string name, RemoveRole remove, CancellationToken ct) => call.Scope.AnswerAsync(async scope =>
        Guid.TryParseExact(name, "D", out var id)
            ? await remove.ExecuteAsync(call.Caller, new RoleDefinitionId(id), ct) switch
            {
                Outcome<RoleDefinition>.Refused([{ Code: RefusalCode.RoleDefinitionDoesNotExist }]) => Results.NoContent(),
                var outcome => outcome.Answer(role => ArmAnswers.Item(RoleDefinitionProperties.Of(scope, role))),
            }
            : Results.NoContent());

    private static async Task<RoleDefinition?> FindAsync(string name, ListRoles list, CancellationToken ct) =>
        Guid.TryParseExact(name, "D", out var id)
            ? (await list.ExecuteAsync(RoleSystem.Resources, ct)).FirstOrDefault(role => role.Id.Value == id)
            : null;

    private static Reading<Func<RoleDefinition, bool>> Test(IReadOnlyList<ArmTerm> filter) =>
        filter.Aggregate(Where(_ => true), (before, term) => before.Then(others => Test(term).Then(test => Where(role => others(role) && test(role)))));

    private static Reading<Func<RoleDefinition, bool>> Test(ArmTerm term) => term switch
    {
        { Name: "atscope()" or "atscopeandbelow()", Values: [] } => Where(_ => true),
        { Name: "type" } => Where(role => term.Values.Contains(role.IsBuiltIn ? RoleTypes.BuiltIn : RoleTypes.Custom, StringComparer.OrdinalIgnoreCase)),
        { Name: "rolename" } => Where(role => term.Values.Contains(role.DisplayName, StringComparer.OrdinalIgnoreCase)),
        _ => term.Unsupported,
    };

    private static Reading<Func<RoleDefinition, bool>> Where(Func<RoleDefinition, bool> test) => test;

    private static Page<RoleDefinition> Cut(List<RoleDefinition> roles, int start, int size)
    {
        var items = roles.Skip(start).Take(size).ToList();
        return new Page<RoleDefinition>(items, start + items.Count < roles.Count ? items[^1].Id.ToString() : null);
    }
}
