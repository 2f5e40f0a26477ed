using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>Finds people and groups: what a query about them means to the operation that lists them.</summary>
internal static class PrincipalQueries
{
    private const int UsualPage = 100;
    private const int LargestPage = 999;

    /// <param name="call">The request.</param>
    /// <param name="list">The operation.</param>
    /// <param name="kind">People or groups.</param>
    /// <param name="shape">Makes of what was asked what is wanted.</param>
    /// <param name="answer">Makes an answer of what was found.</param>
    /// <param name="ct">Gives up.</param>
    public static Task<IResult> FindAsync<TContract>(
        GraphCall call, ListPrincipals list, PrincipalKind kind, Func<ODataQuery, ODataQuery> shape,
        Func<ODataQuery, Page<Principal>, IResult> answer, CancellationToken ct) =>
        call.Query<TContract>().Then<ODataQuery>(asked => shape(asked)).AnswerAsync(asked =>
            Read(asked, kind).AnswerAsync(async query => answer(asked, await list.ExecuteAsync(query, asked.Page(UsualPage), ct))));

    private static Reading<PrincipalQuery> Read(ODataQuery asked, PrincipalKind kind)
    {
        if (asked.Top is < 1 or > LargestPage)
        {
            return new Flaw(FlawKind.Query, $"$top must be 1 to {LargestPage} here.") { Target = "$top" };
        }

        if (asked.Order is { } order && order.Member != "displayName")
        {
            return order.Unsupported;
        }

        Reading<PrincipalQuery> read = new PrincipalQuery(kind) { Descending = asked.Order?.Descending == true };
        return asked.Filter.Aggregate(read, (before, term) => before.Then(query => Narrow(query, term)));
    }

    private static Reading<PrincipalQuery> Narrow(PrincipalQuery query, FilterTerm term)
    {
        var text = new TextMatch(term.Text, term.Operator == FilterOperator.StartsWith);
        return term switch
        {
            { Path: "displayName" } => query with { DisplayName = text },
            { Path: "userPrincipalName" } => query with { UserPrincipalName = text },
            { Operator: not FilterOperator.Equal } => term.Unsupported,
            { Path: "mail" } => query with { Mail = term.Text },
            { Path: "id" } => FilterValues.Id(term).Then<PrincipalQuery>(id => query with { Id = new PrincipalId(id) }),
            _ => term.Unsupported,
        };
    }
}
