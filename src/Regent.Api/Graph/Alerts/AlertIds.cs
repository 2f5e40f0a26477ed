using Regent.Core.Alerts;
using Regent.Operations;

namespace Regent.Api.Graph.Alerts;

/// <summary>What alerts, their definitions and their configurations are called: <c>DirectoryRole_{tenantId}_{name}</c>, in any letter case.</summary>
internal static class AlertIds
{
    public const string ScopeId = "/";
    public const string ScopeType = "DirectoryRole";

    public static string Of(AlertKind kind, Tenant tenant) => $"{ScopeType}_{tenant.Id:D}_{kind}Alert";

    /// <summary>Which alert; null when none is called so.</summary>
    public static AlertKind? Read(string id, Tenant tenant)
    {
        AlertKind[] called = [.. Enum.GetValues<AlertKind>().Where(kind => Of(kind, tenant).Equals(id, StringComparison.OrdinalIgnoreCase))];
        return called is [var kind] ? kind : null;
    }
}
