using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeScopeStore(FakeMemory memory) : IScopeStore
{
    private IEnumerable<ScopeNode> All => memory.Now.Scopes.Values;

    public Task<ScopeNode?> FindAsync(Scope scope, CancellationToken ct) => Task.FromResult(memory.Now.Scopes.GetValueOrDefault(scope));

    public Task<IReadOnlyDictionary<Scope, ScopeNode>> FindManyAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<Scope, ScopeNode>>(
            scopes.Distinct().Where(memory.Now.Scopes.ContainsKey).Select(scope => memory.Now.Scopes[scope]).ToDictionary(node => node.Scope));

    public Task<IReadOnlyList<ScopeNode>> PathAsync(Scope scope, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ScopeNode>>([.. memory.PathOf(scope)]);

    public Task<Page<ScopeNode>> ListAsync(ScopeQuery query, PageAsk page, CancellationToken ct) => Task.FromResult(
        (query.Descending ? Found(query).Reverse() : Found(query)).Cut(page, node => node.Scope.Value));

    public Task<int> CountAsync(ScopeQuery query, CancellationToken ct) => Task.FromResult(Found(query).Count());

    public Task SaveManyAsync(IReadOnlyCollection<ScopeNode> nodes, CancellationToken ct)
    {
        var saved = nodes.ToDictionary(node => node.Scope);
        memory.Write(now => now with { Scopes = now.Scopes.RemoveRange(saved.Keys).AddRange(saved) });
        return Task.CompletedTask;
    }

    public Task RemoveAsync(Scope scope, CancellationToken ct)
    {
        memory.Write(now => now with { Scopes = now.Scopes.Remove(scope) });
        return Task.CompletedTask;
    }

    private IEnumerable<ScopeNode> Found(ScopeQuery query) => All
        .Where(node => node.Scope.System == query.System && (query.Kind is null || node.Scope.Kind == query.Kind))
        .Where(node => query.Kinds?.Contains(node.Scope.Kind) ?? true)
        .Where(node => query.ChildrenOf is { } parent ? node.Parent == parent : !query.OnlyTop || IsTop(node, query))
        .Where(node => IsWithin(node.Scope, query) && IsNamed(node, query))
        .OrderBy(node => FakeDirectory.Fold(node.DisplayName), StringComparer.Ordinal)
        .ThenBy(node => FakeDirectory.Fold(node.Scope.Value), StringComparer.Ordinal);

    private static bool IsNamed(ScopeNode node, ScopeQuery query) =>
        (FakeDirectory.Contains(node.DisplayName, query.Search) || FakeDirectory.Contains(node.Scope.Value, query.Search))
        && FakeDirectory.Contains(node.DisplayName, query.NamePart)
        && FakeDirectory.Meets(node.DisplayName, query.DisplayName) && (query.Scopes?.Contains(node.Scope) ?? true);

    private bool IsTop(ScopeNode node, ScopeQuery query) =>
        node.Parent is not { } parent || (query.Within is not null && !IsWithin(parent, query));

    private bool IsWithin(Scope scope, ScopeQuery query) =>
        query.Within is not { } within || memory.PathOf(scope).Any(above => within.Contains(above.Scope));
}
