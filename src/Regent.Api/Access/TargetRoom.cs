using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>The targets: seeing, adding, changing, trying, planning, starting and removing them.</summary>
internal static class TargetRoom
{
    /// <summary>Where they are.</summary>
    public const string Set = "targets";

    public static void Map(IEndpointRouteBuilder access)
    {
        var read = access.MapGroup(Set).Needs(AccessPermissions.ReadTargets);
        read.MapGet("", ListAsync).Shows(typeof(TargetStandingContract));
        read.MapGet("{id}", GetAsync).Shows(typeof(TargetDetailContract));

        var write = access.MapGroup(Set).Needs(AccessPermissions.WriteTargets);
        write.MapPost("", AddAsync).Takes(typeof(TargetBody)).Shows(typeof(TargetContract)).Produces(StatusCodes.Status201Created);
        write.MapPost("check", CheckNewAsync).Takes(typeof(TargetBody)).Shows(typeof(FindingsContract));
        write.MapPut("{id}", ChangeAsync).Takes(typeof(TargetBody)).Shows(typeof(TargetContract)).Produces(StatusCodes.Status200OK);
        write.MapDelete("{id}", RemoveAsync).WithMetadata(new OptionShape("leave", "boolean", "Whether what Regent gave stays in the target."));
        write.MapPost("{id}/check", CheckAsync).Shows(typeof(FindingsContract));
        write.MapPost("{id}/plan", PlanAsync).Shows(typeof(PlanContract));
        write.MapPost("{id}/start", StartAsync).Shows(typeof(TargetContract));
        write.MapPost("{id}/pause", PauseAsync).Shows(typeof(TargetContract));
        write.MapPost("{id}/sweep", SweepAsync).Shows(typeof(void)).Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>What is asked of the target that an address names.</summary>
    public static Task<IResult> OfAsync(string id, Func<TargetId, Task<IResult>> ask) =>
        Members.Id(id) is { } known ? ask(new TargetId(known)) : Task.FromResult(GraphErrors.NoSuchItem(id));

    private static async Task<IResult> ListAsync(GraphCall call, ListTargets list, CancellationToken ct) =>
        (await list.ExecuteAsync(call.Caller, ct)).Answer(all => AccessAnswers.List(all.Select(one => new TargetStandingContract(one))));

    private static Task<IResult> GetAsync(GraphCall call, string id, GetTarget get, CancellationToken ct) => OfAsync(
        id, async target => (await get.ExecuteAsync(call.Caller, target, ct)).Answer(detail => AccessAnswers.Item(new TargetDetailContract(detail))));

    private static async Task<IResult> AddAsync(GraphCall call, SaveTarget save, CancellationToken ct) => await (await ReadAsync(call, ct)).AnswerAsync(
        async ask => (await save.ExecuteAsync(call.Caller, id: null, ask, ct)).Answer(target => call.Made(Set, target.Id.ToString(), new TargetContract(target))));

    private static Task<IResult> ChangeAsync(GraphCall call, string id, SaveTarget save, CancellationToken ct) => OfAsync(
        id, async target => await (await ReadAsync(call, ct)).AnswerAsync(async ask => Shown(await save.ExecuteAsync(call.Caller, target, ask, ct))));

    private static Task<IResult> RemoveAsync(GraphCall call, string id, RemoveTarget remove, CancellationToken ct) => OfAsync(
        id, target => AddressOptions.Read(call.Http.Request, "leave").Then(options => options.Switch("leave")).AnswerAsync(async leave =>
            (await remove.ExecuteAsync(call.Caller, target, leave ?? false, ct)).Answer(_ => Results.NoContent())));

    private static Task<IResult> CheckAsync(GraphCall call, string id, CheckTarget check, CancellationToken ct) => OfAsync(
        id, async target => Found(await check.ExecuteAsync(call.Caller, target, ask: null, ct)));

    private static async Task<IResult> CheckNewAsync(GraphCall call, CheckTarget check, CancellationToken ct) => await (await ReadAsync(call, ct)).AnswerAsync(
        async ask => Found(await check.ExecuteAsync(call.Caller, id: null, ask, ct)));

    private static Task<IResult> PlanAsync(GraphCall call, string id, PlanTarget plan, CancellationToken ct) => OfAsync(
        id, async target => (await plan.ExecuteAsync(call.Caller, target, ct)).Answer(found => AccessAnswers.Item(PlanContract.Of(found))));

    private static Task<IResult> StartAsync(GraphCall call, string id, ChangeTargetState change, CancellationToken ct) => OfAsync(
        id, async target => Shown(await change.StartAsync(call.Caller, target, ct)));

    private static Task<IResult> PauseAsync(GraphCall call, string id, ChangeTargetState change, CancellationToken ct) => OfAsync(
        id, async target => Shown(await change.PauseAsync(call.Caller, target, ct)));

    private static Task<IResult> SweepAsync(GraphCall call, string id, WakeTarget wake, CancellationToken ct) => OfAsync(
        id, async target => (await wake.ExecuteAsync(call.Caller, target, ct)).Answer(_ => Results.NoContent()));

    private static async Task<Reading<TargetAsk>> ReadAsync(GraphCall call, CancellationToken ct) =>
        (await GraphBody.ReadAsync<TargetBody>(call.Http.Request, ct)).Then(body => body.Read());

    private static IResult Shown(Outcome<Target> outcome) => outcome.Answer(target => AccessAnswers.Item(new TargetContract(target)));

    private static IResult Found(Outcome<IReadOnlyList<TargetFinding>> outcome) => outcome.Answer(findings => AccessAnswers.Item(FindingsContract.Of(findings)));
}
