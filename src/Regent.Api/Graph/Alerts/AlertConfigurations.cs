using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Alerts.Configurations;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Alerts;
using Regent.Operations;
using Regent.Operations.Alerts;

namespace Regent.Api.Graph.Alerts;

/// <summary>By what the alerts go, and changing it.</summary>
internal static class AlertConfigurations
{
    public const string Set = $"{AlertRoutes.Root}/alertConfigurations";

    public static void Map(IEndpointRouteBuilder beta)
    {
        var group = beta.MapGroup(Set);
        group.MapGet("", ListAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapGet("$count", CountAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapGet("{id}", GetAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapPatch("{id}", ChangeAsync).Needs(AlertPermissions.WriteAlerts).Takes(typeof(AlertConfigurationBody)).Produces(StatusCodes.Status204NoContent);
        beta.MapGet($"{AlertStates.Set}/{{id}}/alertConfiguration", GetAsync).Needs(AlertPermissions.ReadAlerts);
    }

    private static Dictionary<string, Func<Alert, object>> Members(Tenant tenant) => new()
    {
        ["id"] = alert => AlertIds.Of(alert.Kind, tenant),
        ["alertDefinitionId"] = alert => AlertIds.Of(alert.Kind, tenant),
        ["isEnabled"] = alert => alert.Configuration.IsEnabled,
    };

    private static Task<IResult> ListAsync(GraphCall call, Tenant tenant, ListAlerts list, CancellationToken ct) => AlertLists.FindAsync(
        call, list, call.Query<AlertConfigurationContract>(), Members(tenant),
        (asked, page) => Task.FromResult(call.List(
            Set, asked, page, alert => AlertConfigurationContract.Of(alert.Configuration, tenant), typed: true)),
        ct);

    private static Task<IResult> CountAsync(GraphCall call, Tenant tenant, ListAlerts list, CancellationToken ct) => AlertLists.FindAsync(
        call, list, call.Query<AlertConfigurationContract>().Then<ODataQuery>(asked => asked.Counting()), Members(tenant),
        (_, page) => Task.FromResult(GraphAnswers.Count(page)), ct);

    private static Task<IResult> GetAsync(GraphCall call, string id, Tenant tenant, ListAlerts list, CancellationToken ct) =>
        AlertItems.FindAsync(call, id, tenant, list, alert =>
        {
            var contract = AlertConfigurationContract.Of(alert.Configuration, tenant);
            return call.Query(contract.GetType()).Then(asked => asked.OfItem())
                .AnswerAsync(selection => Task.FromResult(call.Item(Set, selection, contract, typed: true)));
        }, ct);

    private static async Task<IResult> ChangeAsync(
        GraphCall call, string id, Tenant tenant, ConfigureAlert configure, CancellationToken ct)
    {
        if (AlertIds.Read(id, tenant) is not { } kind)
        {
            return GraphErrors.NoSuchItem(id);
        }

        var body = await GraphBody.ReadAsync<AlertConfigurationBody>(call.Http.Request, ct);
        return await body.Then(sent => sent.Read(kind)).AnswerAsync(async change =>
            (await configure.ExecuteAsync(call.Caller, kind, change, ct)).Answer(_ => Results.NoContent()));
    }
}
