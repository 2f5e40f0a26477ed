using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Alerts.Incidents;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Alerts;
using Regent.Operations;
using Regent.Operations.Alerts;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Alerts;

/// <summary>Where the alerts stand, with what they found when that is asked for; and dismissing them.</summary>
internal static class AlertStates
{
    public const string Set = $"{AlertRoutes.Root}/alerts";

    public static void Map(IEndpointRouteBuilder beta)
    {
        var group = beta.MapGroup(Set);
        group.MapGet("", ListAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapGet("$count", CountAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapGet("{id}", GetAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapPatch("{id}", DismissAsync).Needs(AlertPermissions.WriteAlerts).Takes(typeof(AlertBody)).Produces(StatusCodes.Status204NoContent);
    }

    private static Dictionary<string, Func<Alert, object>> Members(Tenant tenant) => new()
    {
        ["id"] = alert => AlertIds.Of(alert.Kind, tenant),
        ["alertDefinitionId"] = alert => AlertIds.Of(alert.Kind, tenant),
        ["incidentCount"] = alert => alert.IncidentCount,
        ["isActive"] = alert => alert.IsActive,
        ["alertConfiguration/isEnabled"] = alert => alert.Configuration.IsEnabled,
    };

    private static Task<IResult> ListAsync(GraphCall call, Tenant tenant, ListAlerts list, ListIncidents incidents, CancellationToken ct) =>
        AlertLists.FindAsync(
            call, list, call.Query<AlertContract>(), Members(tenant), async (asked, page) =>
            {
                var shown = new List<AlertContract>();
                foreach (var alert in page.Items)
                {
                    shown.Add(await ShowAsync(call, tenant, alert, asked.Selection, incidents, ct));
                }

                return call.List(Set, asked, new Page<AlertContract>(shown, page.Next) { Total = page.Total }, alert => alert);
            },
            ct);

    private static Task<IResult> CountAsync(GraphCall call, Tenant tenant, ListAlerts list, CancellationToken ct) => AlertLists.FindAsync(
        call, list, call.Query<AlertContract>().Then<ODataQuery>(asked => asked.Counting()), Members(tenant),
        (_, page) => Task.FromResult(GraphAnswers.Count(page)), ct);

    private static Task<IResult> GetAsync(
        GraphCall call, string id, Tenant tenant, ListAlerts list, ListIncidents incidents, CancellationToken ct) =>
        call.Query<AlertContract>().Then(asked => asked.OfItem()).AnswerAsync(selection => AlertItems.FindAsync(call, id, tenant, list, async alert =>
            call.Item(Set, selection, await ShowAsync(call, tenant, alert, selection, incidents, ct)), ct));

    private static async Task<IResult> DismissAsync(GraphCall call, string id, Tenant tenant, DismissAlert dismiss, CancellationToken ct)
    {
        if (AlertIds.Read(id, tenant) is not { } kind)
        {
            return GraphErrors.NoSuchItem(id);
        }

        var body = await GraphBody.ReadAsync<AlertBody>(call.Http.Request, ct);
        return await body.Then(sent => sent.Dismissed).AnswerAsync(async _ =>
            (await dismiss.ExecuteAsync(call.Caller, kind, ct)).Answer(_ => Results.NoContent()));
    }

    private static async Task<AlertContract> ShowAsync(
        GraphCall call, Tenant tenant, Alert alert, Selection selection, ListIncidents incidents, CancellationToken ct)
    {
        if (!selection.Expands("alertIncidents")
            || await incidents.ExecuteAsync(call.Caller, alert.Kind, new PageAsk(PageAsk.Largest), ct) is not Outcome<Page<ListedIncident>>.Done(var found))
        {
            return AlertContract.Of(alert, tenant, []);
        }

        var rest = $"{call.Root}/{Set}/{AlertIds.Of(alert.Kind, tenant)}/alertIncidents?$skip={found.Items.Count}";
        return AlertContract.Of(alert, tenant, new Begun<AlertIncidentContract>(
            [.. found.Items.Select(one => IncidentWriter.Of(alert.Kind, one))], found.Next is null ? null : rest));
    }
}
