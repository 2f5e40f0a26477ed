using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Arm.Protocol;
using Regent.Api.Arm.Requests;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Api.Arm.Approvals;

/// <summary>Agreements and their one stage. An approval has the id of its request, and so has its stage.</summary>
internal static class RoleAssignmentApprovals
{
    public static void Map(IEndpointRouteBuilder arm)
    {
        var group = arm.MapGroup(ApprovalContract.Type).Speaks(ArmVersions.Approvals).ShowsResources(typeof(ApprovalContract.Properties));
        group.MapGet("", ListAsync);
        group.MapGet("{name}", GetAsync);
        foreach (var word in new[] { "stages", "steps" })
        {
            group.MapGet($"{{name}}/{word}", (ArmCall call, string name, GetApproval get, CancellationToken ct) =>
                FindAsync(
                    call, name, get,
                    (scope, found) => call.List(new Page<RequestApproval>([found], Next: null), one => ApprovalContract.Stage(scope, one, word)), ct)).ShowsResources(typeof(StageProperties));
            group.MapGet($"{{name}}/{word}/{{stage}}", (ArmCall call, string name, string stage, GetApproval get, CancellationToken ct) =>
                FindAsync(
                    call, name, get,
                    (scope, found) => IsStageOf(name, stage)
                        ? ArmAnswers.Item(ApprovalContract.Stage(scope, found, word))
                        : ArmErrors.NoSuch(word, stage),
                    ct)).ShowsResources(typeof(StageProperties));
            group.MapMethods($"{{name}}/{word}/{{stage}}", [HttpMethods.Put, HttpMethods.Patch],
                (ArmCall call, string name, string stage, DecideRequest decide, GetApproval get, CancellationToken ct) =>
                    DecideAsync(word, call, name, stage, decide, get, ct))
                .Takes(typeof(DecisionBody)).ShowsResources(typeof(StageProperties)).Produces(StatusCodes.Status200OK);
        }
    }

    // Without a filter: what waits for the caller. Programs ask so, and for nothing else.
    private static Task<IResult> ListAsync(ArmCall call, ListApprovals list, CancellationToken ct) =>
        call.Scope.Then(scope => call.Filter.Then(filter => RequestsFilter.Read(
            filter, new RequestsAroundAsk(scope) { AsApprover = filter.Count == 0 }, new RequestQuery(), call.Caller)))
            .AnswerAsync(asked => call.Page().AnswerAsync(async page =>
                (await list.ExecuteAsync(call.Caller, asked.Ask, asked.Query, page, ct)).Answer(found =>
                    call.List(found, approval => ApprovalContract.Of(asked.Ask.Scope, approval)))));

    private static Task<IResult> GetAsync(ArmCall call, string name, GetApproval get, CancellationToken ct) =>
        FindAsync(call, name, get, (scope, found) => ArmAnswers.Item(ApprovalContract.Of(scope, found)), ct);

    private static async Task<IResult> DecideAsync(
        string word, ArmCall call, string name, string stage, DecideRequest decide, GetApproval get, CancellationToken ct)
    {
        if (!IsStageOf(name, stage) || !Guid.TryParseExact(name, "D", out var request))
        {
            return ArmErrors.NoSuch(word, stage);
        }

        var body = await JsonBody.ReadAsync<DecisionBody>(call.Http.Request, ArmJson.Options, ct);
        return await body.Then(sent => sent.Answer).AnswerAsync(answer => FindAsync(
            call, name, get,
            async (scope, _) => await (await decide.ExecuteAsync(call.Caller, new RequestId(request), answer.Approves, answer.Why, ct)).AnswerAsync(
                _ => FindAsync(call, name, get, (_, decided) => ArmAnswers.Item(ApprovalContract.Stage(scope, decided, word)), ct)),
            ct));
    }

    private static Task<IResult> FindAsync(ArmCall call, string name, GetApproval get, Func<Scope, RequestApproval, IResult> answer, CancellationToken ct) =>
        FindAsync(call, name, get, (scope, found) => Task.FromResult(answer(scope, found)), ct);

    private static Task<IResult> FindAsync(ArmCall call, string name, GetApproval get, Func<Scope, RequestApproval, Task<IResult>> answer, CancellationToken ct) =>
        call.Scope.AnswerAsync(async scope =>
            Guid.TryParseExact(name, "D", out var id)
            && await get.ExecuteAsync(call.Caller, new RequestId(id), ct) is Outcome<RequestApproval>.Done(var found)
            && found.Listing.Request.Scope is { System: RoleSystem.Resources } at && ArmIds.LeadsTo(scope, at)
                ? await answer(scope, found)
                : ArmErrors.NoSuch(ApprovalContract.Type, name));

    private static bool IsStageOf(string name, string stage) => stage.Equals(name, StringComparison.OrdinalIgnoreCase);
}
