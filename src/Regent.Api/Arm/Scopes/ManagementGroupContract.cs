using Regent.Core.Roles;
using Regent.Operations;

namespace Regent.Api.Arm.Scopes;

/// <summary>A management group.</summary>
internal sealed record ManagementGroupContract(string Id, string Name, ManagementGroupContract.PropertiesContract Properties)
{
    public string Type { get; } = "Microsoft.Management/managementGroups";

    public static ManagementGroupContract Of(ScopeNode node, Tenant tenant) => new(
        node.Scope.Value, node.Scope.Value[(node.Scope.Value.LastIndexOf('/') + 1)..],
        new PropertiesContract(tenant.Id.ToString("D"), node.DisplayName));

    internal sealed record PropertiesContract(string TenantId, string DisplayName);
}
