using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Roles;

namespace Regent.Api.Graph.Roles;

/// <summary>The roles. There are few, and each answer is cut out of all of them.</summary>
internal static class RoleDefinitions
{
    private const string Set = RoleSets.Definitions;

    public static void Map(IEndpointRouteBuilder graph)
    {
        var group = graph.MapGroup(Set).Needs(RolePermissions.ReadDefinitions);
        group.MapGet("", ListAsync);
        group.MapGet("$count", CountAsync);
        group.MapGet("{id}", GetAsync);
        CustomRoleDefinitions.Map(graph.MapGroup(Set));
    }

    private static Task<IResult> ListAsync(GraphCall call, ListRoles list, CancellationToken ct) =>
        FindAsync(call, list, asked => asked, (asked, page) => call.List(Set, asked, page, RoleDefinitionContract.Of), ct);

    private static Task<IResult> CountAsync(GraphCall call, ListRoles list, CancellationToken ct) =>
        FindAsync(call, list, asked => asked.Counting(), (_, page) => GraphAnswers.Count(page), ct);

    private static Task<IResult> GetAsync(GraphCall call, string id, ListRoles list, CancellationToken ct) =>
        call.Query<RoleDefinitionContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            Guid.TryParseExact(id, "D", out var wanted)
            && (await list.ExecuteAsync(RoleSystem.Directory, ct)).FirstOrDefault(role => role.Id.Value == wanted) is { } role
                ? call.Item(Set, selection, RoleDefinitionContract.Of(role))
                : GraphErrors.NoSuchObject(id));

    private static Task<IResult> FindAsync(
        GraphCall call, ListRoles list, Func<ODataQuery, ODataQuery> shape, Func<ODataQuery, Page<RoleDefinition>, IResult> answer,
        CancellationToken ct) =>
        call.Query<RoleDefinitionContract>().Then<ODataQuery>(asked => shape(asked)).AnswerAsync(asked => Read(asked).AnswerAsync(
            async wanted => answer(
                asked, (await list.ExecuteAsync(RoleSystem.Directory, ct)).Where(wanted).Cut(asked, role => role.Id.ToString()))));

    private static Reading<Func<RoleDefinition, bool>> Read(ODataQuery asked) => asked.Order is { } order && order.Member != "displayName"
        ? order.Unsupported
        : asked.Filter.Aggregate(Where(_ => true), (before, term) => before.Then(others => Test(term)
            .Then(test => Where(role => others(role) && test(role)))));

    private static Reading<Func<RoleDefinition, bool>> Test(FilterTerm term) => term switch
    {
        { Path: "displayName", Operator: FilterOperator.StartsWith } => Where(role =>
            role.DisplayName.StartsWith(term.Text, StringComparison.OrdinalIgnoreCase)),
        { Path: "displayName", Operator: FilterOperator.Contains } => Where(role =>
            role.DisplayName.Contains(term.Text, StringComparison.OrdinalIgnoreCase)),
        { Path: "displayName", Operator: FilterOperator.Equal or FilterOperator.In } => Where(role =>
            term.Values.Any(name => role.DisplayName.Equals(name as string, StringComparison.OrdinalIgnoreCase))),
        { Path: "id" } => FilterValues.Ids(term).Then(ids => Where(role => ids.Contains(role.Id.Value))),
        { Path: "templateId" } => FilterValues.Ids(term).Then(ids => Where(role => ids.Contains(role.TemplateId ?? role.Id.Value))),
        { Operator: not FilterOperator.Equal } => term.Unsupported,
        { Path: "isBuiltIn", Value: bool wanted } => Where(role => role.IsBuiltIn == wanted),
        _ => term.Unsupported,
    };

    private static Reading<Func<RoleDefinition, bool>> Where(Func<RoleDefinition, bool> test) => test;
}
