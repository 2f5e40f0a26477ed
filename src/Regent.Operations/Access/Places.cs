using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Finds out where a scope lies. What is not in the directory or the scope tree is no place for anything.</summary>
public sealed class Places(IScopeStore scopes, IDirectory directory)
{
    /// <summary>The scope with what lies above it, spelt as it is kept; null when it is unknown.</summary>
    public async Task<Place?> FindAsync(Scope scope, CancellationToken ct)
    {
        if (scope == Scope.Tenant)
        {
            return Place.Tenant;
        }

        if (scope.Group is { } group)
        {
            return await directory.FindAsync(group, ct) is { Kind: PrincipalKind.Group } found
                ? new Place(scope, []) { IsRoleAssignable = found.IsRoleAssignable }
                : null;
        }

        var path = await scopes.PathAsync(scope, ct);
        return path.Count == 0 ? null : new Place(path[0].Scope, [.. path.Skip(1).Select(node => node.Scope)]);
    }

    /// <summary>Where each of these scopes lies; one that is unknown lies in nothing.</summary>
    public async Task<IReadOnlyDictionary<Scope, Place>> FindManyAsync(IReadOnlyCollection<Scope> asked, CancellationToken ct)
    {
        var tree = await TreeAsync([.. asked.Where(scope => scope.Kind is not (ScopeKind.Tenant or ScopeKind.Group))], ct);
        PrincipalId[] ids = [.. asked.Select(scope => scope.Group).OfType<PrincipalId>()];
        var groups = ids.Length == 0 ? new Dictionary<PrincipalId, Principal>() : await directory.FindManyAsync(ids, ct);
        return asked.Distinct().ToDictionary(scope => scope, scope => new Place(scope, [.. Above(tree, scope)])
        {
            IsRoleAssignable = scope.Group is { } group && groups.GetValueOrDefault(group)?.IsRoleAssignable == true,
        });
    }

    /// <summary>The place, where the role can be held there; else why not.</summary>
    public async Task<Outcome<Place>> ForAsync(RoleDefinition role, Scope scope, CancellationToken ct)
    {
        if (await FindAsync(scope, ct) is not { } place)
        {
            return scope.System == role.System ? Refusals.UnknownScope : role.ProblemAt(new Place(scope, [])) ?? Refusals.UnknownScope;
        }

        return role.ProblemAt(place) is { } problem ? problem : place;
    }

    // One question for each level of the tree, however many scopes were asked for.
    private async Task<Dictionary<Scope, ScopeNode>> TreeAsync(IReadOnlyCollection<Scope> asked, CancellationToken ct)
    {
        var known = new Dictionary<Scope, ScopeNode>();
        for (var open = asked; open.Count > 0;)
        {
            var found = await scopes.FindManyAsync(open, ct);
            foreach (var (scope, node) in found)
            {
                known[scope] = node;
            }

            open = [.. found.Values.Select(node => node.Parent).OfType<Scope>().Distinct().Where(parent => !known.ContainsKey(parent))];
        }

        return known;
    }

    private static IEnumerable<Scope> Above(Dictionary<Scope, ScopeNode> tree, Scope scope)
    {
        var seen = new HashSet<Scope> { scope };
        for (var above = ParentOf(scope); above is not null && seen.Add(above); above = ParentOf(above))
        {
            yield return above;
        }

        Scope? ParentOf(Scope of) => tree.GetValueOrDefault(of)?.Parent;
    }
}
