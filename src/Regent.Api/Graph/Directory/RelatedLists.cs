using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>Principals that are tied to one item of the directory, such as the members of a group; all of them, or those of one type.</summary>
/// <param name="relation">What ties them to the item; null when it is none that has such a list.</param>
internal sealed class RelatedLists(Func<DirectoryItem, PrincipalRelation?> relation)
{
    /// <param name="graph">Where the addresses go.</param>
    /// <param name="path">The address of the list; the item's id in it is <c>{id}</c>.</param>
    /// <param name="needs">What tokens must carry.</param>
    /// <param name="relation">What ties the principals to the item; null when it is none that has such a list.</param>
    public static void Map(IEndpointRouteBuilder graph, string path, TokenPermission needs, Func<DirectoryItem, PrincipalRelation?> relation)
    {
        var lists = new RelatedLists(relation);
        var group = graph.MapGroup(path).Needs(needs);
        group.MapGet("", lists.ListAsync);
        group.MapGet("$count", lists.CountAsync);
        group.MapGet("{type}", lists.ListOfTypeAsync);
        group.MapGet("{type}/$count", lists.CountOfTypeAsync);
    }

    private Task<IResult> ListAsync(GraphCall call, string id, FindDirectoryItems find, ListPrincipals list, CancellationToken ct) =>
        WithAsync(id, find, related => call.PrincipalsAsync(PrincipalType.Any, related, list, ct), ct);

    private Task<IResult> CountAsync(GraphCall call, string id, FindDirectoryItems find, ListPrincipals list, CancellationToken ct) =>
        WithAsync(id, find, related => call.CountPrincipalsAsync(PrincipalType.Any, related, list, ct), ct);

    private Task<IResult> ListOfTypeAsync(
        GraphCall call, string id, string type, FindDirectoryItems find, ListPrincipals list, CancellationToken ct) =>
        PrincipalType.Cast(type) is { } cast
            ? WithAsync(id, find, related => call.PrincipalsAsync(cast, related, list, ct), ct)
            : Task.FromResult(GraphErrors.NoSuchItem(type));

    private Task<IResult> CountOfTypeAsync(
        GraphCall call, string id, string type, FindDirectoryItems find, ListPrincipals list, CancellationToken ct) =>
        PrincipalType.Cast(type) is { } cast
            ? WithAsync(id, find, related => call.CountPrincipalsAsync(cast, related, list, ct), ct)
            : Task.FromResult(GraphErrors.NoSuchItem(type));

    private async Task<IResult> WithAsync(
        string id, FindDirectoryItems find, Func<PrincipalRelation, Task<IResult>> answer, CancellationToken ct) =>
        await find.ItemAsync(id, ct) is { } item && relation(item) is { } related ? await answer(related) : GraphErrors.NoSuchObject(id);
}
