using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations;
using Regent.Operations.Alerts;

namespace Regent.Api.Graph.Alerts;

/// <summary>Scanning and mending, which are carried out at once, and what came of them.</summary>
internal static class AlertOperations
{
    private const string Set = $"{AlertRoutes.Root}/operations";
    private const int UsualPage = 100;

    public static void Map(IEndpointRouteBuilder beta)
    {
        var alerts = beta.MapGroup(AlertStates.Set);
        alerts.MapPost("refresh", ScanAllAsync).Needs(AlertPermissions.WriteAlerts).Takes(typeof(ScanBody)).Produces(StatusCodes.Status202Accepted);
        alerts.MapPost("{id}/refresh", ScanAsync).Needs(AlertPermissions.WriteAlerts).Produces(StatusCodes.Status202Accepted);
        alerts.MapPost("{id}/alertIncidents/{incident}/remediate", MendAsync).Needs(AlertPermissions.WriteAlerts).Produces(StatusCodes.Status202Accepted);
        var group = beta.MapGroup(Set);
        group.MapGet("", ListAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapGet("$count", CountAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapGet("{id}", GetAsync).Needs(AlertPermissions.ReadAlerts);
    }

    private static async Task<IResult> ScanAllAsync(GraphCall call, ScanAlerts scan, CancellationToken ct)
    {
        var body = await GraphBody.ReadAsync<ScanBody>(call.Http.Request, ct);
        return await body.Then(sent => sent.Scope)
            .AnswerAsync(async _ => Accepted(call, "", await scan.ExecuteAsync(call.Caller, kind: null, ct)));
    }

    private static async Task<IResult> ScanAsync(GraphCall call, string id, Tenant tenant, ScanAlerts scan, CancellationToken ct) =>
        AlertIds.Read(id, tenant) is { } kind
            ? Accepted(call, id, await scan.ExecuteAsync(call.Caller, kind, ct))
            : GraphErrors.NoSuchItem(id);

    private static async Task<IResult> MendAsync(
        GraphCall call, string id, string incident, Tenant tenant, RemediateIncident remediate, CancellationToken ct) =>
        AlertIds.Read(id, tenant) is { } kind && Guid.TryParseExact(incident, "D", out var wanted)
            ? Accepted(call, incident, await remediate.ExecuteAsync(call.Caller, kind, wanted, ct))
            : GraphErrors.NoSuchItem(incident);

    private static Task<IResult> ListAsync(GraphCall call, Tenant tenant, ListAlertOperations list, CancellationToken ct) =>
        call.Query<AlertOperationContract>().Then(Whole).AnswerAsync(async asked =>
            (await list.ExecuteAsync(call.Caller, asked.Page(UsualPage), ct)).Answer(page =>
                call.List(Set, asked, page, operation => Of(call, operation, tenant))));

    private static Task<IResult> CountAsync(GraphCall call, ListAlertOperations list, CancellationToken ct) =>
        call.Query<AlertOperationContract>().Then(Whole).AnswerAsync(async asked =>
            (await list.ExecuteAsync(call.Caller, asked.Counting().Page(UsualPage), ct)).Answer(GraphAnswers.Count));

    private static Task<IResult> GetAsync(GraphCall call, string id, Tenant tenant, GetAlertOperation get, CancellationToken ct) =>
        call.Query<AlertOperationContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            Guid.TryParseExact(id, "D", out var wanted)
                ? (await get.ExecuteAsync(call.Caller, wanted, ct)).AnswerAbout(
                    id, operation => call.Item(Set, selection, Of(call, operation, tenant)))
                : GraphErrors.NoSuchItem(id));

    private static AlertOperationContract Of(GraphCall call, AlertOperation operation, Tenant tenant) =>
        AlertOperationContract.Of(operation, $"{call.Root}/{AlertStates.Set}", tenant);

    // The newest come first.
    private static Reading<ODataQuery> Whole(ODataQuery asked) => asked switch
    {
        { Filter: [var term, ..] } => term.Unsupported,
        { Order: { } order } when order is not { Member: "createdDateTime" or "lastActionDateTime", Descending: true } => order.Unsupported,
        _ => asked,
    };

    private static IResult Accepted(GraphCall call, string about, Outcome<AlertOperation> outcome) => outcome.AnswerAbout(about, operation =>
    {
        call.Http.Response.Headers.Location = $"{call.Root}/{Set}/{operation.Id:D}";
        return Results.StatusCode(StatusCodes.Status202Accepted);
    });
}
