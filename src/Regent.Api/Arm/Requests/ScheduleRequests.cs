using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Arm.Contracts;
using Regent.Api.Arm.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Operations.Requests;

namespace Regent.Api.Arm.Requests;

/// <summary>Asks and what became of them, about one kind: <c>roleAssignmentScheduleRequests</c> or <c>roleEligibilityScheduleRequests</c>.</summary>
internal sealed class ScheduleRequests(ScheduleKind kind)
{
    private readonly string type = kind == ScheduleKind.Assignment ? "roleAssignmentScheduleRequests" : "roleEligibilityScheduleRequests";

    public static void Map(IEndpointRouteBuilder arm, ScheduleKind kind)
    {
        var requests = new ScheduleRequests(kind);
        var group = arm.MapGroup(requests.type).Speaks(ArmVersions.Requests)
            .ShowsResources(kind == ScheduleKind.Assignment ? typeof(AssignmentRequestProperties) : typeof(EligibilityRequestProperties));
        group.MapGet("", requests.ListAsync);
        group.MapGet("{name}", requests.GetAsync);
        group.MapPut("{name}", requests.PutAsync).Takes(typeof(RequestBody));
        group.MapPost("{name}/validate", requests.ValidateAsync).Takes(typeof(RequestBody));
        group.MapPost("{name}/cancel", requests.CancelAsync).Shows(typeof(void));
    }

    private Task<IResult> ListAsync(ArmCall call, ListRequestsAround list, FindAwaited wait, CancellationToken ct) =>
        call.Scope.Then(scope => call.Filter.Then(filter => RequestsFilter.Read(
            filter, new RequestsAroundAsk(scope), new RequestQuery { Kind = kind }, call.Caller))).AnswerAsync(asked => call.Page().AnswerAsync(async page =>
            await (await list.ExecuteAsync(call.Caller, asked.Ask, asked.Query, page, ct)).AnswerAsync(async found =>
            {
                var awaited = await wait.ExecuteAsync([.. found.Items.Select(listing => listing.Request)], ct);
                return call.List(found, listing => Contract(listing, awaited));
            })));

    private Task<IResult> GetAsync(ArmCall call, string name, GetRequest get, FindAwaited wait, CancellationToken ct) => call.Scope.AnswerAsync(async scope =>
        await FindAsync(call, scope, name, get, ct) is { } found ? ArmAnswers.Item(Contract(found, await wait.ExecuteAsync([found.Request], ct))) : ArmErrors.NoSuch(type, name));

    private Task<IResult> PutAsync(ArmCall call, string name, SubmitRequest submit, DescribeRequest describe, FindAwaited wait, CancellationToken ct) =>
        ReadAsync(
            call, name, id => id,
            async ask => await (await submit.ExecuteAsync(call.Caller, ask, ct)).AnswerAsync(async request =>
                ArmAnswers.Item(Contract(await describe.ExecuteAsync(request, ct), await wait.ExecuteAsync([request], ct)), StatusCodes.Status201Created)),
            ct);

    private Task<IResult> ValidateAsync(ArmCall call, string name, SubmitRequest submit, DescribeRequest describe, CancellationToken ct) =>
        ReadAsync(
            call, name, _ => null,
            async ask => await (await submit.ExecuteAsync(call.Caller, ask with { IsValidationOnly = true }, ct)).AnswerAsync(async request =>
                ArmAnswers.Item(ResourceContract.Of(
                    request.Scope, type, name, RequestProperties.Of(await describe.ExecuteAsync(request, ct)).Rehearsed()))),
            ct);

    private Task<IResult> CancelAsync(ArmCall call, string name, GetRequest get, CancelRequest cancel, CancellationToken ct) =>
        call.Scope.AnswerAsync(async scope => await FindAsync(call, scope, name, get, ct) is { } found
            ? (await cancel.ExecuteAsync(call.Caller, found.Request.Id, ct)).Answer(_ => Results.Ok())
            : ArmErrors.NoSuch(type, name));

    private async Task<IResult> ReadAsync(
        ArmCall call, string name, Func<Guid, Guid?> naming, Func<RequestAsk, Task<IResult>> answer, CancellationToken ct)
    {
        if (!Guid.TryParseExact(name, "D", out var id))
        {
            return ArmErrors.Of(new Flaw(FlawKind.Content, "A request is named by an id that you choose.") { Target = "name" });
        }

        var body = await JsonBody.ReadAsync<RequestBody>(call.Http.Request, ArmJson.Options, ct);
        return await call.Scope.Then(scope => body.Then(sent => RequestAskReader.Read(kind, scope, sent, naming(id)))).AnswerAsync(answer);
    }

    // A request is at its own scope, and at those whose path leads to it.
    private async Task<RequestListing?> FindAsync(ArmCall call, Scope scope, string name, GetRequest get, CancellationToken ct) =>
        Guid.TryParseExact(name, "D", out var id)
        && await get.ExecuteAsync(call.Caller, new RequestId(id), ct) is Outcome<RequestStory>.Done(var story)
        && story.Listing.Request is var request && request.Kind == kind && request.Scope.System == RoleSystem.Resources
        && ArmIds.LeadsTo(scope, request.Scope)
            ? story.Listing
            : null;

    private ResourceContract Contract(RequestListing listing, IReadOnlySet<RequestId> awaited) => ResourceContract.Of(
        listing.Request.Scope, type, listing.Request.Id, RequestProperties.Of(listing).Awaiting(awaited.Contains(listing.Request.Id)));
}
