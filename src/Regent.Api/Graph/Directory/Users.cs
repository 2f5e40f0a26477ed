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
        graph.MapGet("me", GetMeAsync).Needs(DirectoryPermissions.ReadMe);
        graph.MapGet("me/photo/{**rest}", NoPhoto).Needs(DirectoryPermissions.ReadMe).Produces(StatusCodes.Status404NotFound);
        graph.MapGet(Set, ListAsync).Needs(DirectoryPermissions.ListUsers);
        graph.MapGet($"{Set}/$count", CountAsync).Needs(DirectoryPermissions.ListUsers);
        graph.MapGet($"{Set}/{{id}}", GetAsync).Needs(DirectoryPermissions.ReadUser);
        graph.MapGet($"{Set}/{{id}}/photo/{{**rest}}", NoPhoto).Needs(DirectoryPermissions.ReadUser).Produces(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> GetMeAsync(GraphCall call, GetPrincipal get, CancellationToken ct) =>
        GetAsync(call, call.Caller.Id.ToString(), get, ct);

    private static Task<IResult> GetAsync(GraphCall call, string id, GetPrincipal get, CancellationToken ct) =>
        call.Query<UserContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            await get.NamedAsync(id, PrincipalKind.User, ct) is { } person
                ? call.Item(Set, selection, UserContract.Of(person))
                : GraphErrors.NoSuchObject(id));

    private static Task<IResult> ListAsync(GraphCall call, ListPrincipals list, CancellationToken ct) =>
        call.PrincipalsAsync(PrincipalType.User, among: null, list, ct);

    private static Task<IResult> CountAsync(GraphCall call, ListPrincipals list, CancellationToken ct) =>
        call.CountPrincipalsAsync(PrincipalType.User, among: null, list, ct);

    // Many clients ask for one, and go by the code when there is none.
    private static IResult NoPhoto() => GraphErrors.NoImage;
}
