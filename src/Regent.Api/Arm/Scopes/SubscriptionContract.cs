using Regent.Core.Roles;

namespace Regent.Api.Arm.Scopes;

/// <summary>A subscription.</summary>
internal sealed record SubscriptionContract(string Id, string SubscriptionId, string DisplayName)
{
    public string TenantId { get; } = TenantContract.Only.TenantId;

    public string State { get; } = "Enabled";

    public string AuthorizationSource { get; } = "RoleBased";

    public IReadOnlyList<object> ManagedByTenants { get; } = [];

    public static SubscriptionContract Of(ScopeNode node) =>
        new(node.Scope.Value, node.Scope.Value[(node.Scope.Value.LastIndexOf('/') + 1)..], node.DisplayName);
}
