using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Alerts.Incidents;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Alerts;
using Regent.Operations;
using Regent.Operations.Alerts;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Alerts;

/// <summary>What an alert finds now.</summary>
internal static class AlertIncidents
{
    public static void Map(IEndpointRouteBuilder beta)
    {
        var group = beta.MapGroup($"{AlertStates.Set}/{{id}}/alertIncidents");
        group.MapGet("", ListAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapGet("$count", CountAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapGet("{incident}", GetAsync).Needs(AlertPermissions.ReadAlerts);
    }

    private static Task<IResult> ListAsync(GraphCall call, string id, Tenant tenant, ListIncidents list, CancellationToken ct) => FindAsync(
        call, id, tenant, list, asked => asked,
        (asked, kind, page) => call.List(Set(id), asked, page, one => IncidentWriter.Of(kind, one), typed: true), ct);

    private static Task<IResult> CountAsync(GraphCall call, string id, Tenant tenant, ListIncidents list, CancellationToken ct) =>
        FindAsync(call, id, tenant, list, asked => asked.Counting(), (_, _, page) => GraphAnswers.Count(page), ct);

    private static Task<IResult> GetAsync(
        GraphCall call, string id, string incident, Tenant tenant, GetIncident get, CancellationToken ct) =>
        call.Query<AlertIncidentContract>().Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            AlertIds.Read(id, tenant) is { } kind && Guid.TryParseExact(incident, "D", out var wanted)
                ? (await get.ExecuteAsync(call.Caller, kind, wanted, ct)).AnswerAbout(
                    incident, found => call.Item(Set(id), selection, IncidentWriter.Of(kind, found), typed: true))
                : GraphErrors.NoSuchItem(incident));

    private static Task<IResult> FindAsync(
        GraphCall call, string id, Tenant tenant, ListIncidents list, Func<ODataQuery, ODataQuery> shape,
        Func<ODataQuery, AlertKind, Page<ListedIncident>, IResult> answer, CancellationToken ct) =>
        call.Query<AlertIncidentContract>().Then(asked => Whole(shape(asked))).AnswerAsync(async asked =>
            AlertIds.Read(id, tenant) is { } kind
                ? (await list.ExecuteAsync(call.Caller, kind, asked.Page(PageAsk.Largest), ct)).Answer(page => answer(asked, kind, page))
                : GraphErrors.NoSuchItem(id));

    // They come as the alert finds them.
    private static Reading<ODataQuery> Whole(ODataQuery asked) => asked switch
    {
        { Filter: [var term, ..] } => term.Unsupported,
        { Order: { } order } => order.Unsupported,
        _ => asked,
    };

    private static string Set(string id) => $"{AlertStates.Set}('{id}')/alertIncidents";
}
