using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Protocol;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>Groups, with who is in them and who owns them.</summary>
internal static class Groups
{
    private const string Set = "groups";

    public static void Map(IEndpointRouteBuilder graph)
    {
        graph.MapGet(Set, ListAsync).Needs(DirectoryPermissions.ListGroups);
        graph.MapGet($"{Set}/$count", CountAsync).Needs(DirectoryPermissions.ListGroups);
        graph.MapGet($"{Set}/{{id}}", GetAsync).Needs(DirectoryPermissions.ReadGroup);
        RelatedLists.Map(graph, $"{Set}/{{id}}/members", DirectoryPermissions.ReadMembers, item =>
            IdOf(item) is { } id ? new PrincipalRelation.MembersOf(id, IsTransitive: false) : null);
        RelatedLists.Map(graph, $"{Set}/{{id}}/transitiveMembers", DirectoryPermissions.ReadMembers, item =>
            IdOf(item) is { } id ? new PrincipalRelation.MembersOf(id, IsTransitive: true) : null);
        RelatedLists.Map(graph, $"{Set}/{{id}}/owners", DirectoryPermissions.ReadOwners, item =>
            IdOf(item) is { } id ? new PrincipalRelation.OwnersOf(id) : null);
    }

    private static Task<IResult> ListAsync(GraphCall call, ListPrincipals list, CancellationToken ct) =>
        call.PrincipalsAsync(PrincipalType.Group, among: null, list, ct);

    private static Task<IResult> CountAsync(GraphCall call, ListPrincipals list, CancellationToken ct) =>
        call.CountPrincipalsAsync(PrincipalType.Group, among: null, list, ct);

    private static Task<IResult> GetAsync(GraphCall call, string id, GetPrincipal get, ListPrincipals list, CancellationToken ct) =>
        call.Query<GroupContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            await get.NamedAsync(id, PrincipalKind.Group, ct) is { } group
                ? call.Item(Set, selection, await GroupExpansion.OfAsync(group, selection, list, ct))
                : GraphErrors.NoSuchObject(id));

    private static PrincipalId? IdOf(DirectoryItem item) =>
        item is DirectoryItem.OfPrincipal { Principal: { Kind: PrincipalKind.Group } group } ? group.Id : null;
}
