using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>What roles give in a target. The mappings themselves are shown with the target.</summary>
internal static class MappingRoom
{
    private const string Set = $"{TargetRoom.Set}/{{id}}/mappings";

    public static void Map(IEndpointRouteBuilder access)
    {
        var write = access.MapGroup(Set).Needs(AccessPermissions.WriteTargets);
        write.MapPost("", AddAsync).Takes(typeof(MappingBody)).Shows(typeof(MappingContract)).Produces(StatusCodes.Status201Created);
        write.MapPut("{mapping}", ChangeAsync).Takes(typeof(MappingBody)).Shows(typeof(MappingContract)).Produces(StatusCodes.Status200OK);
        write.MapDelete("{mapping}", RemoveAsync);
    }

    private static Task<IResult> AddAsync(GraphCall call, string id, SaveMapping save, CancellationToken ct) => TargetRoom.OfAsync(
        id, async target => await (await ReadAsync(call, ct)).AnswerAsync(async ask => (await save.ExecuteAsync(call.Caller, target, id: null, ask, ct))
            .Answer(mapping => call.Made($"{TargetRoom.Set}/{id}/mappings", mapping.Id.ToString(), new MappingContract(mapping)))));

    private static Task<IResult> ChangeAsync(GraphCall call, string id, string mapping, SaveMapping save, CancellationToken ct) => OfAsync(
        id, mapping, async (target, known) => await (await ReadAsync(call, ct)).AnswerAsync(async ask =>
            (await save.ExecuteAsync(call.Caller, target, known, ask, ct)).Answer(saved => AccessAnswers.Item(new MappingContract(saved)))));

    private static Task<IResult> RemoveAsync(GraphCall call, string id, string mapping, RemoveMapping remove, CancellationToken ct) => OfAsync(
        id, mapping, async (target, known) => (await remove.ExecuteAsync(call.Caller, target, known, ct)).Answer(_ => Results.NoContent()));

    private static Task<IResult> OfAsync(string id, string mapping, Func<TargetId, MappingId, Task<IResult>> ask) => TargetRoom.OfAsync(
        id, target => Members.Id(mapping) is { } known ? ask(target, new MappingId(known)) : Task.FromResult(GraphErrors.NoSuchItem(mapping)));

    private static async Task<Reading<MappingAsk>> ReadAsync(GraphCall call, CancellationToken ct) =>
        (await GraphBody.ReadAsync<MappingBody>(call.Http.Request, ct)).Then(body => body.Read());
}
