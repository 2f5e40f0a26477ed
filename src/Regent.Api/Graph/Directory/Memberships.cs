using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>What somebody belongs to, <c>memberOf</c>: groups, and the directory roles they hold.</summary>
internal sealed class Memberships
{
    private readonly PrincipalKind kind;
    private readonly bool isTransitive;

    private Memberships(PrincipalKind kind, bool isTransitive) => (this.kind, this.isTransitive) = (kind, isTransitive);

    public static void Map(IEndpointRouteBuilder graph)
    {
        Map(graph, "me", PrincipalKind.User, DirectoryPermissions.ReadMyGroups, DirectoryPermissions.ReadAllMyGroups);
        Map(graph, "users/{id}", PrincipalKind.User, DirectoryPermissions.ReadGroupsOfUser, DirectoryPermissions.ReadAllGroupsOfUser);
        Map(graph, "groups/{id}", PrincipalKind.Group, DirectoryPermissions.ReadMembers, DirectoryPermissions.ReadMembers);
        Map(
            graph, "servicePrincipals/{id}", PrincipalKind.ServicePrincipal, DirectoryPermissions.ReadServicePrincipal,
            DirectoryPermissions.ReadServicePrincipal);
    }

    private static void Map(
        IEndpointRouteBuilder graph, string member, PrincipalKind kind, TokenPermission direct, TokenPermission transitive)
    {
        new Memberships(kind, isTransitive: false).MapLists(graph.MapGroup($"{member}/memberOf").Needs(direct));
        new Memberships(kind, isTransitive: true).MapLists(graph.MapGroup($"{member}/transitiveMemberOf").Needs(transitive));
    }

    private void MapLists(IEndpointRouteBuilder group)
    {
        group.MapGet("", ListAsync);
        group.MapGet("$count", CountAsync);
        group.MapGet("{type}", ListOfTypeAsync);
        group.MapGet("{type}/$count", CountOfTypeAsync);
    }

    private Task<IResult> ListAsync(GraphCall call, GetPrincipal get, ListMemberships list, CancellationToken ct) =>
        FindAsync(call, get, list, asked => asked, (asked, page) =>
            call.List(PrincipalType.Any.Set, asked, page, DirectoryObjectContract.Of, typed: true), ct);

    private Task<IResult> CountAsync(GraphCall call, GetPrincipal get, ListMemberships list, CancellationToken ct) =>
        FindAsync(call, get, list, asked => asked.Counting(), (_, page) => GraphAnswers.Count(page), ct);

    private Task<IResult> ListOfTypeAsync(
        GraphCall call, string type, GetPrincipal get, ListMemberships held, ListPrincipals list, CancellationToken ct) =>
        OfTypeAsync(
            call, type, get, held, DirectoryRoles.AnswerAsync, AdministrativeUnits.NoneAsync,
            (cast, groups) => call.PrincipalsAsync(cast, groups, list, ct), ct);

    private Task<IResult> CountOfTypeAsync(
        GraphCall call, string type, GetPrincipal get, ListMemberships held, ListPrincipals list, CancellationToken ct) =>
        OfTypeAsync(
            call, type, get, held, DirectoryRoles.AnswerCountAsync, AdministrativeUnits.CountNoneAsync,
            (cast, groups) => call.CountPrincipalsAsync(cast, groups, list, ct), ct);

    private Task<IResult> OfTypeAsync(
        GraphCall call, string type, GetPrincipal get, ListMemberships held,
        Func<GraphCall, IReadOnlyList<RoleDefinition>, Task<IResult>> roles, Func<GraphCall, Task<IResult>> units,
        Func<PrincipalType, PrincipalRelation, Task<IResult>> groups, CancellationToken ct) =>
        WithAsync(call, get, async member => type switch
        {
            _ when PrincipalType.IsCast(type, DirectoryRoles.Type) => await roles(call, await held.HeldAsync(member, isTransitive, ct)),
            _ when PrincipalType.IsCast(type, AdministrativeUnits.Type) => await units(call),
            _ when PrincipalType.Cast(type) is { } cast => await groups(cast, new PrincipalRelation.GroupsOf(member, isTransitive)),
            _ => GraphErrors.NoSuchItem(type),
        }, ct);

    // Without an id it is the caller.
    private async Task<IResult> WithAsync(GraphCall call, GetPrincipal get, Func<PrincipalId, Task<IResult>> answer, CancellationToken ct)
    {
        var id = call.Http.GetRouteValue("id") as string ?? call.Caller.Id.ToString();
        return await get.NamedAsync(id, kind, ct) is { } member ? await answer(member.Id) : GraphErrors.NoSuchObject(id);
    }

    private Task<IResult> FindAsync(
        GraphCall call, GetPrincipal get, ListMemberships list, Func<ODataQuery, ODataQuery> shape,
        Func<ODataQuery, Page<DirectoryItem>, IResult> answer, CancellationToken ct) =>
        call.Directory(PrincipalType.Any.Contract).Then(Unordered).Then<ODataQuery>(asked => shape(asked)).AnswerAsync(asked =>
            WithAsync(call, get, async member =>
                answer(asked, await list.ExecuteAsync(member, isTransitive, asked.Page(DirectoryQuery.UsualPage), ct)), ct));

    // Groups and roles come one after the other; cut down to one type the list can be asked everything.
    private static Reading<ODataQuery> Unordered(ODataQuery asked) => asked is { Filter: [], Search: [], Order: null }
        ? asked
        : new Flaw(
            FlawKind.UnsupportedQuery,
            "Everything somebody belongs to is neither filtered, searched nor ordered; ask for one type, such as …/microsoft.graph.group.")
        {
            Target = asked.Filter.Count > 0 ? "$filter" : asked.Search.Count > 0 ? SearchTerm.Option : "$orderby",
        };
}
