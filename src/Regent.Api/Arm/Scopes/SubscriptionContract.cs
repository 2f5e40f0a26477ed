using Regent.Core.Roles;
using Regent.Operations;

namespace Regent.Api.Arm.Scopes;

/// <summary>A subscription.</summary>
internal sealed record SubscriptionContract(string Id, string SubscriptionId, string TenantId, string DisplayName)
{
    public string State { get; } = "Enabled";

    public string AuthorizationSource { get; } = "RoleBased";

    public IReadOnlyList<object> ManagedByTenants { get; } = [];

    public static SubscriptionContract Of(ScopeNode node, Tenant tenant) =>
        new(node.Scope.Value, node.Scope.Value[(node.Scope.Value.LastIndexOf('/') + 1)..], tenant.Id.ToString("D"), node.DisplayName);
}
