using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>The scope tree: administrative units, and the management groups, subscriptions, resource groups and resources.</summary>
public interface IScopeStore
{
    /// <summary>One scope, spelt as the tree spells it; null when it is not in the tree.</summary>
    Task<ScopeNode?> FindAsync(Scope scope, CancellationToken ct);

    /// <summary>Those of the scopes that are in the tree.</summary>
    Task<IReadOnlyDictionary<Scope, ScopeNode>> FindManyAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct);

    /// <summary>The scope and those above it, itself first; empty when it is not in the tree. A circle is gone round once.</summary>
    Task<IReadOnlyList<ScopeNode>> PathAsync(Scope scope, CancellationToken ct);

    /// <summary>A stretch of the part of the tree the query describes, by display name.</summary>
    Task<Page<ScopeNode>> ListAsync(ScopeQuery query, PageAsk page, CancellationToken ct);

    /// <summary>How many the query finds.</summary>
    Task<int> CountAsync(ScopeQuery query, CancellationToken ct);

    /// <summary>Adds scopes, or replaces those that are there; a parent stands in the tree or among them.</summary>
    Task SaveManyAsync(IReadOnlyCollection<ScopeNode> nodes, CancellationToken ct);

    /// <summary>Takes a scope out that has nothing below it; one that is not there is no error.</summary>
    Task RemoveAsync(Scope scope, CancellationToken ct);
}
