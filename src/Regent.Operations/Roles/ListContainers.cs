using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>The subscriptions, resource groups or management groups that the caller sees, or in which they see something.</summary>
public sealed class ListContainers(IScopeStore scopes, VisibleScopes visible, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="kind">Scopes of this kind.</param>
    /// <param name="parent">Only those right below this one; null is all.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Page<ScopeNode>> ExecuteAsync(Caller caller, ScopeKind kind, Scope? parent, PageAsk page, CancellationToken ct)
    {
        var seen = (await visible.OfAsync(caller, clock.GetUtcNow(), ct)).Seen;
        var query = new ScopeQuery(RoleSystem.Resources) { Kind = kind, ChildrenOf = parent };
        return await scopes.ListAsync(seen.IsEverywhere ? query : query with { Within = [.. seen.Scopes, .. Around(seen, kind)] }, page, ct);
    }

    private static IEnumerable<Scope> Around(Reach seen, ScopeKind kind) =>
        seen.Scopes.SelectMany(Containers).Where(one => one.Kind == kind).Distinct();

    private static IEnumerable<Scope> Containers(Scope scope)
    {
        for (var above = scope.Container; above is not null; above = above.Container)
        {
            yield return above;
        }
    }
}
