using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Alerts;

/// <summary>What tokens must carry for alerts (specification of the API, section 1.6).</summary>
internal static class AlertPermissions
{
    public static TokenPermission ReadAlerts { get; } = new(
        ["RoleManagementAlert.Read.Directory", "RoleManagementAlert.ReadWrite.Directory"],
        ["RoleManagementAlert.Read.Directory", "RoleManagementAlert.ReadWrite.Directory"]);

    public static TokenPermission WriteAlerts { get; } = new(
        ["RoleManagementAlert.ReadWrite.Directory"],
        ["RoleManagementAlert.ReadWrite.Directory"]);
}
