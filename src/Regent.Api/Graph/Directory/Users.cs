using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Protocol;
using Regent.Core.Principals;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>People, and the caller among them.</summary>
internal static class Users
{
    private const string Set = "users";

    public static void Map(IEndpointRouteBuilder graph)
    {
        graph.MapGet("me", GetMeAsync);
        graph.MapGet(Set, ListAsync);
        graph.MapGet($"{Set}/$count", CountAsync);
        graph.MapGet($"{Set}/{{id}}", GetAsync);
    }

    private static Task<IResult> GetMeAsync(GraphCall call, GetPrincipal get, CancellationToken ct) =>
        AnswerAsync(call, call.Caller.Id.ToString(), () => get.ExecuteAsync(call.Caller.Id, ct));

    private static Task<IResult> GetAsync(GraphCall call, string id, GetPrincipal get, CancellationToken ct) => AnswerAsync(call, id, () =>
    {
        if (Guid.TryParseExact(id, "D", out var known))
        {
            return get.ExecuteAsync(new PrincipalId(known), ct);
        }

        return UserPrincipalName.TryParse(id, out var name) ? get.ExecuteAsync(name, ct) : Task.FromResult<Principal?>(null);
    });

    private static Task<IResult> ListAsync(GraphCall call, ListPrincipals list, CancellationToken ct) =>
        PrincipalQueries.FindAsync<UserContract>(call, list, PrincipalKind.User, asked => asked,
            (asked, page) => call.List(Set, asked, page, UserContract.Of), ct);

    private static Task<IResult> CountAsync(GraphCall call, ListPrincipals list, CancellationToken ct) =>
        PrincipalQueries.FindAsync<UserContract>(call, list, PrincipalKind.User, asked => asked.Counting(),
            (_, page) => GraphAnswers.Count(page), ct);

    private static Task<IResult> AnswerAsync(GraphCall call, string id, Func<Task<Principal?>> find) =>
        call.Query<UserContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            await find() is { Kind: PrincipalKind.User } person
                ? call.Item(Set, selection, UserContract.Of(person))
                : GraphErrors.NoSuchObject(id));
}
