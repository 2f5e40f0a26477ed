using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>Deciding about what somebody has in a target that Regent did not give. What was found is shown with the target.</summary>
internal static class DriftRoom
{
    public static void Map(IEndpointRouteBuilder access)
    {
        var write = access.MapGroup("drift/{id}").Needs(AccessPermissions.WriteTargets);
        write.MapPost("adopt", AdoptAsync).Takes(typeof(AdoptionBody)).Shows(typeof(AdoptionContract));
        write.MapPost("remove", RemoveAsync).Shows(typeof(void)).Produces(StatusCodes.Status204NoContent);
        write.MapPost("ignore", IgnoreAsync).Shows(typeof(void)).Produces(StatusCodes.Status204NoContent);
    }

    private static Task<IResult> AdoptAsync(GraphCall call, string id, ResolveDrift resolve, CancellationToken ct) => OfAsync(id, async drift =>
        await (await GraphBody.ReadAsync<AdoptionBody>(call.Http.Request, ct)).Then(body => body.Read()).AnswerAsync(async ask =>
            (await resolve.AdoptAsync(call.Caller, drift, ask.Mapping, ask.Expiration, ct)).Answer(request => AccessAnswers.Item(AdoptionContract.Of(request)))));

    private static Task<IResult> RemoveAsync(GraphCall call, string id, ResolveDrift resolve, CancellationToken ct) =>
        OfAsync(id, async drift => Decided(await resolve.RemoveAsync(call.Caller, drift, ct)));

    private static Task<IResult> IgnoreAsync(GraphCall call, string id, ResolveDrift resolve, CancellationToken ct) =>
        OfAsync(id, async drift => Decided(await resolve.IgnoreAsync(call.Caller, drift, ct)));

    private static Task<IResult> OfAsync(string id, Func<Guid, Task<IResult>> decide) =>
        Members.Id(id) is { } drift ? decide(drift) : Task.FromResult(GraphErrors.NoSuchItem(id));

    private static IResult Decided(Outcome<Drift> outcome) => outcome.Answer(_ => Results.NoContent());
}
