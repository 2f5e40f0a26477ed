using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Protocol;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>Programs that can hold roles.</summary>
internal static class ServicePrincipals
{
    private const string Set = "servicePrincipals";

    public static void Map(IEndpointRouteBuilder graph)
    {
        graph.MapGet(Set, ListAsync).Needs(DirectoryPermissions.ListServicePrincipals);
        graph.MapGet($"{Set}/$count", CountAsync).Needs(DirectoryPermissions.ListServicePrincipals);
        graph.MapGet($"{Set}/{{id}}", GetAsync).Needs(DirectoryPermissions.ReadServicePrincipal);
        graph.MapGet($"{Set}(appId='{{appId}}')", GetByAppAsync).Needs(DirectoryPermissions.ReadServicePrincipal);
    }

    private static Task<IResult> ListAsync(GraphCall call, ListPrincipals list, CancellationToken ct) =>
        call.PrincipalsAsync(PrincipalType.ServicePrincipal, among: null, list, ct);

    private static Task<IResult> CountAsync(GraphCall call, ListPrincipals list, CancellationToken ct) =>
        call.CountPrincipalsAsync(PrincipalType.ServicePrincipal, among: null, list, ct);

    private static Task<IResult> GetAsync(GraphCall call, string id, GetPrincipal get, CancellationToken ct) =>
        AnswerAsync(call, id, () => get.NamedAsync(id, PrincipalKind.ServicePrincipal, ct));

    private static Task<IResult> GetByAppAsync(GraphCall call, string appId, ListPrincipals list, CancellationToken ct) =>
        AnswerAsync(call, appId, async () => Guid.TryParseExact(appId, "D", out var app)
            ? (await list.ExecuteAsync(new PrincipalQuery(PrincipalKind.ServicePrincipal) { AppId = app }, new PageAsk(1), ct)).Items.SingleOrDefault()
            : null);

    private static Task<IResult> AnswerAsync(GraphCall call, string id, Func<Task<Principal?>> find) =>
        call.Query<ServicePrincipalContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            await find() is { } program ? call.Item(Set, selection, ServicePrincipalContract.Of(program)) : GraphErrors.NoSuchObject(id));
}
