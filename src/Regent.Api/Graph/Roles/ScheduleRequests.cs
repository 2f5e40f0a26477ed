using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Roles;

/// <summary>Asks and what became of them, about one kind: <c>roleAssignmentScheduleRequests</c> or <c>roleEligibilityScheduleRequests</c>.</summary>
internal sealed class ScheduleRequests
{
    private readonly ScheduleKind kind;
    private readonly string set;
    private readonly Type contract;

    private ScheduleRequests(ScheduleKind kind)
    {
        this.kind = kind;
        (set, contract) = kind switch
        {
            ScheduleKind.Assignment => ("roleManagement/directory/roleAssignmentScheduleRequests", typeof(RoleAssignmentScheduleRequestContract)),
            ScheduleKind.Eligibility => ("roleManagement/directory/roleEligibilityScheduleRequests", typeof(RoleEligibilityScheduleRequestContract)),
        };
    }

    public static void Map(IEndpointRouteBuilder graph, ScheduleKind kind)
    {
        var requests = new ScheduleRequests(kind);
        var group = graph.MapGroup(requests.set);
        group.MapGet("", requests.ListAsync);
        group.MapPost("", requests.PostAsync);
        group.MapGet("$count", requests.CountAsync);
        group.MapGet("filterByCurrentUser(on='{on}')", requests.ListOwnAsync);
        group.MapGet("{id}", requests.GetAsync);
        group.MapPost("{id}/cancel", CancelAsync);
    }

    private Task<IResult> ListAsync(GraphCall call, ListRequests list, CancellationToken ct) =>
        FindAsync(call, (query, page) => list.ExecuteAsync(call.Caller, RequestList.All, query, page, ct));

    private Task<IResult> CountAsync(GraphCall call, ListRequests list, CancellationToken ct) =>
        call.Query(contract).AnswerAsync(asked => ScheduleRequestQuery.Read(asked, kind).AnswerAsync(async query =>
            (await list.ExecuteAsync(call.Caller, RequestList.All, query, asked.Counting().Page(1), ct)).Answer(GraphAnswers.Count)));

    private Task<IResult> ListOwnAsync(GraphCall call, string on, ListRequests list, CancellationToken ct) => on.ToUpperInvariant() switch
    {
        "PRINCIPAL" => FindAsync(call, (query, page) => query.Principal is { } other && other != call.Caller.Id
            ? Task.FromResult<Outcome<Page<RequestListing>>>(new Page<RequestListing>([], Next: null) { Total = 0 })
            : list.ExecuteAsync(call.Caller, RequestList.Mine, query with { Principal = call.Caller.Id }, page, ct)),
        "CREATEDBY" => FindAsync(call, (query, page) =>
            list.ExecuteAsync(call.Caller, RequestList.Mine, query with { CreatedBy = call.Caller.Id }, page, ct)),
        "APPROVER" => FindAsync(call, (query, page) => list.ExecuteAsync(call.Caller, RequestList.ToDecide, query, page, ct)),
        _ => Task.FromResult(GraphErrors.Of(
            new Flaw(FlawKind.Query, "These can be filtered on='principal', on='createdBy' or on='approver'.") { Target = "on" })),
    };

    private Task<IResult> GetAsync(GraphCall call, string id, GetRequest get, CancellationToken ct) =>
        call.Query(contract).Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            Guid.TryParseExact(id, "D", out var wanted)
            && await get.ExecuteAsync(call.Caller, new RequestId(wanted), ct) is Outcome<RequestStory>.Done(var story)
            && story.Listing.Request.Kind == kind
                ? call.Item(set, selection, ScheduleRequestContract.Of(story.Listing))
                : GraphErrors.NoSuchItem(id));

    private async Task<IResult> PostAsync(GraphCall call, SubmitRequest submit, CancellationToken ct) =>
        await (await GraphBody.ReadAsync<ScheduleRequestBody>(call.Http.Request, ct)).Then(body => RequestAskReader.Read(body, kind))
            .AnswerAsync(async ask => (await submit.ExecuteAsync(call.Caller, ask, ct)).Answer(request => ask.IsValidationOnly
                ? call.Made(set, id: null, ScheduleRequestContract.Of(request).Rehearsed())
                : call.Made(set, request.Id.ToString(), ScheduleRequestContract.Of(request))));

    private static async Task<IResult> CancelAsync(GraphCall call, string id, CancelRequest cancel, CancellationToken ct) =>
        Guid.TryParseExact(id, "D", out var wanted)
            ? (await cancel.ExecuteAsync(call.Caller, new RequestId(wanted), ct)).Answer(_ => Results.NoContent())
            : GraphErrors.NoSuchItem(id);

    private Task<IResult> FindAsync(GraphCall call, Func<RequestQuery, PageAsk, Task<Outcome<Page<RequestListing>>>> find) =>
        call.Query(contract).AnswerAsync(asked => ScheduleRequestQuery.Read(asked, kind).AnswerAsync(async query =>
            (await find(query, asked.Page(PageAsk.Largest))).Answer(page => call.List(set, asked, page, ScheduleRequestContract.Of))));
}
