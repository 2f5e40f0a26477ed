using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Alerts;
using Regent.Operations;
using Regent.Operations.Alerts;

namespace Regent.Api.Graph.Alerts;

/// <summary>What the alerts are about.</summary>
internal static class AlertDefinitionItems
{
    private const string Set = $"{AlertRoutes.Root}/alertDefinitions";

    public static void Map(IEndpointRouteBuilder beta)
    {
        var group = beta.MapGroup(Set);
        group.MapGet("", ListAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapGet("$count", CountAsync).Needs(AlertPermissions.ReadAlerts);
        group.MapGet("{id}", GetAsync).Needs(AlertPermissions.ReadAlerts);
        beta.MapGet($"{AlertStates.Set}/{{id}}/alertDefinition", GetAsync).Needs(AlertPermissions.ReadAlerts);
        beta.MapGet($"{AlertConfigurations.Set}/{{id}}/alertDefinition", GetAsync).Needs(AlertPermissions.ReadAlerts);
    }

    private static Dictionary<string, Func<Alert, object>> Members(Tenant tenant) => new()
    {
        ["id"] = alert => AlertIds.Of(alert.Kind, tenant),
        ["displayName"] = alert => alert.Definition.DisplayName,
        ["severityLevel"] = alert => alert.Definition.Severity.ToString(),
        ["isRemediatable"] = alert => alert.Definition.IsRemediatable,
        ["isConfigurable"] = alert => alert.Definition.IsConfigurable,
    };

    private static Task<IResult> ListAsync(GraphCall call, Tenant tenant, ListAlerts list, CancellationToken ct) => AlertLists.FindAsync(
        call, list, call.Query<AlertDefinitionContract>(), Members(tenant),
        (asked, page) => Task.FromResult(call.List(Set, asked, page, alert => AlertDefinitionContract.Of(alert.Definition, tenant))), ct);

    private static Task<IResult> CountAsync(GraphCall call, Tenant tenant, ListAlerts list, CancellationToken ct) => AlertLists.FindAsync(
        call, list, call.Query<AlertDefinitionContract>().Then<ODataQuery>(asked => asked.Counting()), Members(tenant),
        (_, page) => Task.FromResult(GraphAnswers.Count(page)), ct);

    private static Task<IResult> GetAsync(GraphCall call, string id, Tenant tenant, ListAlerts list, CancellationToken ct) =>
        call.Query<AlertDefinitionContract>().Then(asked => asked.OfItem()).AnswerAsync(selection => AlertItems.FindAsync(
            call, id, tenant, list, alert => Task.FromResult(call.Item(Set, selection, AlertDefinitionContract.Of(alert.Definition, tenant))), ct));
}
