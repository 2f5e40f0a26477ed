using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>Looks up what the parents of scopes are called.</summary>
internal static class ParentNames
{
    public static async Task<IReadOnlyList<ListedScope>> ListedAsync(
        this IScopeStore scopes, IReadOnlyList<ScopeNode> nodes, CancellationToken ct)
    {
        var parents = await scopes.FindManyAsync([.. nodes.Select(node => node.Parent).OfType<Scope>().Distinct()], ct);
        return [.. nodes.Select(node => new ListedScope(
            node, node.Parent is { } parent ? parents.GetValueOrDefault(parent)?.DisplayName : null))];
    }
}
