using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Directory;

/// <summary>Anything of the directory, whatever its type.</summary>
internal static class DirectoryObjects
{
    private const string Set = "directoryObjects";

    public static void Map(IEndpointRouteBuilder graph)
    {
        var group = graph.MapGroup(Set).Needs(DirectoryPermissions.ReadObjects);
        group.MapGet("{id}", GetAsync);
        group.MapPost("getByIds", GetByIdsAsync).Takes(typeof(IdsBody));
        group.MapPost("microsoft.graph.getByIds", GetByIdsAsync).Takes(typeof(IdsBody));
    }

    private static Task<IResult> GetAsync(GraphCall call, string id, FindDirectoryItems find, CancellationToken ct) =>
        Selected(call).AnswerAsync(async selection => await find.ItemAsync(id, ct) is { } item
            ? call.Item(Set, selection, DirectoryObjectContract.Of(item), typed: true)
            : GraphErrors.NoSuchObject(id));

    private static Task<IResult> GetByIdsAsync(GraphCall call, FindDirectoryItems find, CancellationToken ct) =>
        Selected(call).AnswerAsync(async selection =>
            await (await GraphBody.ReadAsync<IdsBody>(call.Http.Request, ct)).Then(body => body.Read()).AnswerAsync(async asked =>
            {
                var found = (await find.ExecuteAsync(asked.Ids, ct)).Select(DirectoryObjectContract.Of).Where(item => asked.Wants(item.GetType()));
                return call.List(
                    Set, new ODataQuery { Selection = selection }, new Page<DirectoryObjectContract>([.. found], Next: null), item => item, typed: true);
            }));

    private static Reading<Selection> Selected(GraphCall call) => call.Query<DirectoryObjectContract>().Then(asked => asked.OfItem());
}
