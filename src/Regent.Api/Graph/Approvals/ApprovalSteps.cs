using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Approvals;

/// <summary>The one step of each approval, under one of its two names, <c>steps</c> and <c>stages</c>.</summary>
internal sealed class ApprovalSteps(RoleSystem system, string set, string name)
{
    public void Map(RouteGroupBuilder approvals, TokenPermission reading, TokenPermission deciding)
    {
        var group = approvals.MapGroup($"{{id}}/{name}");
        group.MapGet("", ListAsync).Needs(reading);
        group.MapGet("$count", CountAsync).Needs(reading);
        group.MapGet("{step}", GetAsync).Needs(reading);
        group.MapPatch("{step}", DecideAsync).Needs(deciding).Takes(typeof(DecisionBody)).Produces(StatusCodes.Status204NoContent);
    }

    private Task<IResult> ListAsync(GraphCall call, string id, GetApproval get, CancellationToken ct) =>
        FindAsync(call, id, get, asked => asked, (approval, asked, page) => call.List(SetOf(approval), asked, page, ApprovalStepContract.Of), ct);

    private Task<IResult> CountAsync(GraphCall call, string id, GetApproval get, CancellationToken ct) =>
        FindAsync(call, id, get, asked => asked.Counting(), (_, _, page) => GraphAnswers.Count(page), ct);

    private Task<IResult> GetAsync(GraphCall call, string id, string step, GetApproval get, CancellationToken ct) =>
        call.Query<ApprovalStepContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            IsStepOf(id, step) && await call.ApprovalAsync(id, system, get, ct) is { } approval
                ? call.Item(SetOf(approval), selection, ApprovalStepContract.Of(approval))
                : GraphErrors.NoSuchItem(step));

    private async Task<IResult> DecideAsync(GraphCall call, string id, string step, DecideRequest decide, CancellationToken ct)
    {
        if (!IsStepOf(id, step) || !Guid.TryParseExact(id, "D", out var request))
        {
            return GraphErrors.NoSuchItem(step);
        }

        var body = await GraphBody.ReadAsync<DecisionBody>(call.Http.Request, ct);
        return await body.Then(sent => sent.Approves.Then<(bool Approve, string Why)>(approve => (approve, sent.Justification ?? "")))
            .AnswerAsync(async decision =>
                await decide.ExecuteAsync(call.Caller, new RequestId(request), system, decision.Approve, decision.Why, ct) switch
                {
                    Outcome<ScheduleRequest>.Refused([{ Code: RefusalCode.RoleAssignmentRequestNotFound }]) => GraphErrors.NoSuchItem(id),
                    var outcome => outcome.Answer(_ => Results.NoContent()),
                });
    }

    private Task<IResult> FindAsync(
        GraphCall call, string id, GetApproval get, Func<ODataQuery, ODataQuery> shape,
        Func<RequestApproval, ODataQuery, Page<RequestApproval>, IResult> answer, CancellationToken ct) =>
        call.Query<ApprovalStepContract>().Then(ApprovalLookup.InOrder).Then<ODataQuery>(asked => shape(asked)).AnswerAsync(async asked =>
            await call.ApprovalAsync(id, system, get, ct) is { } approval
                ? answer(approval, asked, new[] { approval }.Cut(asked, one => one.Listing.Request.Id.ToString()))
                : GraphErrors.NoSuchItem(id));

    private static bool IsStepOf(string id, string step) => step.Equals(id, StringComparison.OrdinalIgnoreCase);

    private string SetOf(RequestApproval approval) => $"{set}('{approval.Listing.Request.Id}')/{name}";
}
