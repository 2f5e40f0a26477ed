using Regent.Core.Roles;
using Regent.Operations;

namespace Regent.Api.Arm.Scopes;

/// <summary>A resource group. Where its resources are, Regent does not know.</summary>
internal sealed record ResourceGroupContract(string Id, string Name)
{
    public string Type { get; } = "Microsoft.Resources/resourceGroups";

    public string Location { get; } = "global";

    public StateContract Properties { get; } = new("Succeeded");

    public static ResourceGroupContract Of(ScopeNode node, Tenant _) =>
        new(node.Scope.Value, node.Scope.Value[(node.Scope.Value.LastIndexOf('/') + 1)..]);

    internal sealed record StateContract(string ProvisioningState);
}
