using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Operations.Roles;

namespace Regent.Api.Graph.Directory;

/// <summary>Administrative units, at their address and at the older one. Regent does not keep who is in them.</summary>
internal static class AdministrativeUnits
{
    /// <summary>What it is called in the schema.</summary>
    public const string Type = "administrativeUnit";

    private const string Set = "directory/administrativeUnits";
    private const string OlderSet = "administrativeUnits";

    public static void Map(IEndpointRouteBuilder graph)
    {
        foreach (var set in new[] { Set, OlderSet })
        {
            var group = graph.MapGroup(set).Needs(DirectoryPermissions.ReadUnits);
            group.MapGet("", ListAsync);
            group.MapGet("$count", CountAsync);
            group.MapGet("{id}", GetAsync);
        }
    }

    /// <summary>Answers with a list of units that has none in it.</summary>
    public static Task<IResult> NoneAsync(GraphCall call) => call.Directory(typeof(AdministrativeUnitContract)).AnswerAsync(asked =>
        Task.FromResult(call.List(Set, asked, new Page<ScopeNode>([], Next: null), AdministrativeUnitContract.Of)));

    /// <summary>Answers with the length of such a list.</summary>
    public static Task<IResult> CountNoneAsync(GraphCall call) => call.Directory(typeof(AdministrativeUnitContract)).AnswerAsync(_ =>
        Task.FromResult(GraphAnswers.Count(new Page<ScopeNode>([], Next: null))));

    private static Task<IResult> ListAsync(GraphCall call, ListUnits list, CancellationToken ct) => FindAsync(
        call, list, asked => asked, (asked, page) => call.List(Set, asked, page, AdministrativeUnitContract.Of), ct);

    private static Task<IResult> CountAsync(GraphCall call, ListUnits list, CancellationToken ct) =>
        FindAsync(call, list, asked => asked.Counting(), (_, page) => GraphAnswers.Count(page), ct);

    private static Task<IResult> GetAsync(GraphCall call, string id, FindDirectoryItems find, CancellationToken ct) =>
        call.Query<AdministrativeUnitContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            await find.ItemAsync(id, ct) is DirectoryItem.OfUnit(var unit)
                ? call.Item(Set, selection, AdministrativeUnitContract.Of(unit))
                : GraphErrors.NoSuchObject(id));

    private static Task<IResult> FindAsync(
        GraphCall call, ListUnits list, Func<ODataQuery, ODataQuery> shape, Func<ODataQuery, Page<ScopeNode>, IResult> answer, CancellationToken ct) =>
        call.Directory(typeof(AdministrativeUnitContract)).Then<ODataQuery>(asked => shape(asked)).AnswerAsync(asked => Read(asked)
            .AnswerAsync(async query => answer(asked, await list.ExecuteAsync(query, asked.Page(DirectoryQuery.UsualPage), ct))));

    private static Reading<ScopeQuery> Read(ODataQuery asked) => asked.Filter
        .Aggregate(
            (Reading<ScopeQuery>)new ScopeQuery(RoleSystem.Directory) { Descending = asked.Order?.Descending == true },
            (before, term) => before.Then(query => Narrow(query, term)))
        .Then<ScopeQuery>(query => asked.Search switch
        {
            [] => query,
            [{ Member: "displayName" } term] => query with { NamePart = term.Text },
            [var other, ..] => other.Unsupported,
        });

    private static Reading<ScopeQuery> Narrow(ScopeQuery query, FilterTerm term) => term switch
    {
        { Path: "displayName", Operator: FilterOperator.Equal or FilterOperator.StartsWith } => query with
        {
            DisplayName = new TextMatch(term.Text, term.Operator == FilterOperator.StartsWith),
        },
        { Path: "id", Operator: FilterOperator.Equal or FilterOperator.In } => query with
        {
            Scopes = [.. term.Values.Select(id => Guid.TryParseExact(id as string, "D", out var unit) ? Scope.OfUnit(unit) : null).OfType<Scope>()],
        },
        _ => term.Unsupported,
    };
}
