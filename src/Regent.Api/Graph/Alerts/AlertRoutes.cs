using Microsoft.AspNetCore.Routing;

namespace Regent.Api.Graph.Alerts;

/// <summary>All addresses of alerts; in beta only.</summary>
internal static class AlertRoutes
{
    public const string Root = "identityGovernance/roleManagementAlerts";

    public static void Map(IEndpointRouteBuilder beta)
    {
        AlertStates.Map(beta);
        AlertIncidents.Map(beta);
        AlertDefinitionItems.Map(beta);
        AlertConfigurations.Map(beta);
        AlertOperations.Map(beta);
    }
}
