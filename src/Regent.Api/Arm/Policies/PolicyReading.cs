using Microsoft.AspNetCore.Http;
using Regent.Api.Arm.Contracts;
using Regent.Api.Arm.Protocol;
using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Operations.Ports;

namespace Regent.Api.Arm.Policies;

/// <summary>Finds the settings of roles at a scope. Each role has its own there, made or not, so a list is cut out of all of them.</summary>
internal static class PolicyReading
{
    // Seventeen rules, twice, fill a page soon.
    private const int PageSize = 50;

    public static Task<IResult> ListAsync(ArmCall call, ListRoleSettings list, Func<RoleSettings, ResourceContract> contract, CancellationToken ct) =>
        call.Scope.Then(scope => call.Filter.Then(Role).Then<(Scope Scope, RoleDefinitionId? Role)>(role => (scope, role)))
            .AnswerAsync(asked => call.Page(PageSize).AnswerAsync(async page =>
                (await list.ExecuteAsync(call.Caller, asked.Role, asked.Scope, ct)).Answer(all => call.List(Cut(all, page), contract))));

    private static Reading<RoleDefinitionId?> Role(IReadOnlyList<ArmTerm> filter)
    {
        Reading<RoleDefinitionId?> read = (RoleDefinitionId?)null;
        return filter.Aggregate(read, (before, term) => before.Then(role => term switch
        {
            { Name: "atscope()", Values: [] } => role,
            { Name: "roledefinitionid" } => TermValues.Role(term).Then<RoleDefinitionId?>(id => id),
            _ => term.Unsupported,
        }));
    }

    private static Page<RoleSettings> Cut(IReadOnlyList<RoleSettings> all, PageAsk page)
    {
        var start = all.ToList().FindIndex(one => one.Role.Id.ToString() == page.After) + 1;
        RoleSettings[] items = [.. all.Skip(start).Take(page.Size)];
        return new Page<RoleSettings>(items, start + items.Length < all.Count ? items[^1].Role.Id.ToString() : null);
    }
}
