using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Approvals;

/// <summary>Agreements and their one step; in beta only. An approval has the id of its request, and its step the id of the approval.</summary>
internal static class RoleAssignmentApprovals
{
    private const string Set = "roleManagement/directory/roleAssignmentApprovals";

    public static void Map(IEndpointRouteBuilder beta)
    {
        var group = beta.MapGroup(Set);
        group.MapGet("{id}", GetAsync);
        group.MapGet("{id}/steps", ListStepsAsync);
        group.MapGet("{id}/steps/{step}", GetStepAsync);
        group.MapPatch("{id}/steps/{step}", DecideAsync);
    }

    private static Task<IResult> GetAsync(GraphCall call, string id, GetRequest get, CancellationToken ct) =>
        call.Query<ApprovalContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            await FindAsync(call, id, get, ct) is { } story
                ? call.Item(Set, selection, ApprovalContract.Of(story))
                : GraphErrors.NoSuchItem(id));

    private static Task<IResult> ListStepsAsync(GraphCall call, string id, GetRequest get, CancellationToken ct) =>
        call.Query<ApprovalStepContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            await FindAsync(call, id, get, ct) is { } story
                ? call.List(Steps(id), new ODataQuery { Selection = selection }, new Page<RequestStory>([story], Next: null), ApprovalStepContract.Of)
                : GraphErrors.NoSuchItem(id));

    private static Task<IResult> GetStepAsync(GraphCall call, string id, string step, GetRequest get, CancellationToken ct) =>
        call.Query<ApprovalStepContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            IsStepOf(id, step) && await FindAsync(call, id, get, ct) is { } story
                ? call.Item(Steps(id), selection, ApprovalStepContract.Of(story))
                : GraphErrors.NoSuchItem(step));

    private static async Task<IResult> DecideAsync(GraphCall call, string id, string step, DecideRequest decide, CancellationToken ct)
    {
        if (!IsStepOf(id, step) || !Guid.TryParseExact(id, "D", out var request))
        {
            return GraphErrors.NoSuchItem(step);
        }

        var body = await GraphBody.ReadAsync<DecisionBody>(call.Http.Request, ct);
        return await body.Then(sent => sent.Approves.Then<(bool Approve, string Why)>(approve => (approve, sent.Justification ?? "")))
            .AnswerAsync(async decision =>
                await decide.ExecuteAsync(call.Caller, new RequestId(request), decision.Approve, decision.Why, ct) switch
                {
                    Outcome<ScheduleRequest>.Refused([{ Code: RefusalCode.RoleAssignmentRequestNotFound }]) => GraphErrors.NoSuchItem(id),
                    var outcome => outcome.Answer(_ => Results.NoContent()),
                });
    }

    private static async Task<RequestStory?> FindAsync(GraphCall call, string id, GetRequest get, CancellationToken ct) =>
        Guid.TryParseExact(id, "D", out var request)
        && await get.ExecuteAsync(call.Caller, new RequestId(request), ct) is Outcome<RequestStory>.Done(var story)
        && story.Listing.Request.Approval is not null
            ? story
            : null;

    private static bool IsStepOf(string id, string step) => step.Equals(id, StringComparison.OrdinalIgnoreCase);

    private static string Steps(string id) => $"{Set}('{id}')/steps";
}
