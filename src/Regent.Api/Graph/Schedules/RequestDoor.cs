using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Schedules;

/// <summary>The addresses of one list of requests: asks and what became of them.</summary>
internal sealed class RequestDoor
{
    private readonly ScheduleFamily family;
    private readonly Type contract;

    private RequestDoor(ScheduleFamily family)
    {
        this.family = family;
        contract = family.RequestContract;
    }

    public static void Map(IEndpointRouteBuilder graph, ScheduleFamily family)
    {
        var door = new RequestDoor(family);
        var group = graph.MapGroup(family.RequestSet).Needs(family.Permissions.ReadRequests);
        group.MapGet("", door.ListAsync).Needs(family.Permissions.ListRequests);
        group.MapPost("", door.PostAsync).Needs(family.Permissions.Submit).Takes(typeof(ScheduleRequestBody));
        group.MapGet("$count", door.CountAsync).Needs(family.Permissions.ListRequests);
        group.MapGet("filterByCurrentUser(on='{on}')", door.ListOwnAsync);
        group.MapGet("{id}", door.GetAsync);
        group.MapPost("{id}/cancel", door.CancelAsync).Needs(family.Permissions.Handle);
        foreach (var related in family.RequestNavigations)
        {
            group.MapGet($"{{id}}/{related.Member}", (GraphCall call, string id, GetRequest get, FindRelated find, FindAwaited wait, CancellationToken ct) =>
                door.FollowAsync(call, id, related, get, find, wait, ct));
        }
    }

    private Task<IResult> ListAsync(GraphCall call, ListRequests list, FindRelated find, FindAwaited wait, CancellationToken ct) =>
        call.Query(contract).AnswerAsync(async asked => family.TooWide(asked)
            ?? await FindAsync(call, asked, find, wait, (query, page) => list.ExecuteAsync(call.Caller, RequestList.All, query, page, ct), ct));

    private Task<IResult> CountAsync(GraphCall call, ListRequests list, CancellationToken ct) =>
        call.Query(contract).AnswerAsync(async asked => family.TooWide(asked)
            ?? await RequestQueries.Read(asked, family).AnswerAsync(async query =>
                (await list.ExecuteAsync(call.Caller, RequestList.All, query, asked.Counting().Page(1), ct)).Answer(GraphAnswers.Count)));

    private Task<IResult> ListOwnAsync(GraphCall call, string on, ListRequests list, FindRelated find, FindAwaited wait, CancellationToken ct) =>
        ListOf(on, call, list, ct) is { } own
            ? call.Query(contract).AnswerAsync(asked => FindAsync(call, asked, find, wait, own, ct))
            : Task.FromResult(GraphErrors.Of(
                new Flaw(FlawKind.Query, "These can be filtered on='principal', on='createdBy' or on='approver'.") { Target = "on" }));

    private static Func<RequestQuery, PageAsk, Task<Outcome<Page<RequestListing>>>>? ListOf(
        string on, GraphCall call, ListRequests list, CancellationToken ct) => on.ToUpperInvariant() switch
        {
            "PRINCIPAL" => (query, page) => list.ExecuteAsync(
                call.Caller, RequestList.Mine, query.Principal is { } other && other != call.Caller.Id
                    ? query.Nothing()
                    : query with { Principal = call.Caller.Id },
                page, ct),
            "CREATEDBY" => (query, page) =>
                list.ExecuteAsync(call.Caller, RequestList.Mine, query with { CreatedBy = call.Caller.Id }, page, ct),
            "APPROVER" => (query, page) => list.ExecuteAsync(call.Caller, RequestList.ToDecide, query, page, ct),
            _ => null,
        };

    private Task<IResult> GetAsync(GraphCall call, string id, GetRequest get, FindRelated find, FindAwaited wait, CancellationToken ct) =>
        call.Query(contract).Then(asked => asked.OfItem()).AnswerAsync(selection =>
            ItemAsync(call, id, selection, get, find, wait, item => call.Item(family.RequestSet, selection, item), ct));

    private Task<IResult> FollowAsync(
        GraphCall call, string id, Navigation to, GetRequest get, FindRelated find, FindAwaited wait, CancellationToken ct) =>
        call.Query(to.Contract).Then(asked => asked.OfItem()).AnswerAsync(selection =>
            ItemAsync(
                call, id, new Selection(Members: null, [new Expansion(to.Member, selection)]), get, find, wait,
                item => to.Answer(call, selection, item), ct));

    private async Task<IResult> ItemAsync(
        GraphCall call, string id, Selection selection, GetRequest get, FindRelated find, FindAwaited wait, Func<object, IResult> answer,
        CancellationToken ct) =>
        family.ReadId(id) is { } wanted
        && await get.ExecuteAsync(call.Caller, new RequestId(wanted), ct) is Outcome<RequestStory>.Done(var story)
        && IsOfFamily(story.Listing.Request)
            ? answer(family.Write(story.Listing, await find.OfAsync(selection, [story.Listing], ct))
                .Awaiting((await wait.ExecuteAsync([story.Listing.Request], ct)).Count > 0))
            : GraphErrors.NoSuchItem(id);

    private bool IsOfFamily(ScheduleRequest request) => request.Kind == family.Kind && request.Scope.System == family.System;

    private async Task<IResult> PostAsync(GraphCall call, SubmitRequest submit, FindAwaited wait, CancellationToken ct) =>
        await (await GraphBody.ReadAsync<ScheduleRequestBody>(call.Http.Request, ct)).Then(body => RequestAskReader.Read(body, family))
            .AnswerAsync(async ask => TooMuch(call, ask) ?? await (await submit.ExecuteAsync(call.Caller, ask, ct)).AnswerAsync(async request => ask.IsValidationOnly
                ? call.Made(family.RequestSet, id: null, family.Write(request).Rehearsed())
                : call.Made(family.RequestSet, request.Id.ToString(), family.Write(request).Awaiting((await wait.ExecuteAsync([request], ct)).Count > 0))));

    // Some permissions let a token through the gate only to take away; what is asked is known no sooner than here.
    private IResult? TooMuch(GraphCall call, RequestAsk ask) =>
        ask is not RequestAsk.Remove and not RequestAsk.Deactivate && TokenGate.Refusal(call.Http.User, family.Permissions.Handle) is { } why
            ? GraphErrors.Denied(why)
            : null;

    private async Task<IResult> CancelAsync(GraphCall call, string id, CancelRequest cancel, CancellationToken ct) =>
        family.ReadId(id) is { } wanted
            ? (await cancel.ExecuteAsync(call.Caller, new RequestId(wanted), ct)).Answer(_ => Results.NoContent())
            : GraphErrors.NoSuchItem(id);

    private Task<IResult> FindAsync(
        GraphCall call, ODataQuery asked, FindRelated find, FindAwaited wait, Func<RequestQuery, PageAsk, Task<Outcome<Page<RequestListing>>>> list,
        CancellationToken ct) =>
        RequestQueries.Read(asked, family).AnswerAsync(async query =>
            await (await list(query, asked.Page(PageAsk.Largest))).AnswerAsync(async page =>
            {
                var related = await find.OfAsync(asked.Selection, page.Items, ct);
                var awaited = await wait.ExecuteAsync([.. page.Items.Select(listing => listing.Request)], ct);
                return call.List(family.RequestSet, asked, page, listing => family.Write(listing, related).Awaiting(awaited.Contains(listing.Request.Id)));
            }));
}
