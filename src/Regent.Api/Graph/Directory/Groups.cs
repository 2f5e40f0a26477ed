using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Protocol;
using Regent.Core.Principals;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>Groups of people.</summary>
internal static class Groups
{
    private const string Set = "groups";

    public static void Map(IEndpointRouteBuilder graph)
    {
        graph.MapGet(Set, ListAsync);
        graph.MapGet($"{Set}/$count", CountAsync);
        graph.MapGet($"{Set}/{{id}}", GetAsync);
    }

    private static Task<IResult> ListAsync(GraphCall call, ListPrincipals list, CancellationToken ct) =>
        PrincipalQueries.FindAsync<GroupContract>(call, list, PrincipalKind.Group, asked => asked,
            (asked, page) => call.List(Set, asked, page, GroupContract.Of), ct);

    private static Task<IResult> CountAsync(GraphCall call, ListPrincipals list, CancellationToken ct) =>
        PrincipalQueries.FindAsync<GroupContract>(call, list, PrincipalKind.Group, asked => asked.Counting(),
            (_, page) => GraphAnswers.Count(page), ct);

    private static Task<IResult> GetAsync(GraphCall call, string id, GetPrincipal get, CancellationToken ct) =>
        call.Query<GroupContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            Guid.TryParseExact(id, "D", out var known)
            && await get.ExecuteAsync(new PrincipalId(known), ct) is { Kind: PrincipalKind.Group } group
                ? call.Item(Set, selection, GroupContract.Of(group))
                : GraphErrors.NoSuchObject(id));
}
