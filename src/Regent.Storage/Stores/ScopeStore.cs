using Microsoft.EntityFrameworkCore;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>The scope tree.</summary>
internal sealed class ScopeStore(Session session) : IScopeStore
{
    private const string PathSql =
        """
        with recursive path(scope, depth) as (
          select key, 0 from scopes where key = {0}
          union
          select scopes.parent_key, path.depth + 1 from scopes join path on scopes.key = path.scope
          where scopes.parent_key is not null and path.depth < 64)
        select scopes.* from scopes where key in (select scope from path)
        """;

    private static readonly Keyset<ScopeRow, string, string> ByName = new(row => row.SortName, row => row.Key, descending: false);
    private static readonly Keyset<ScopeRow, string, string> ByNameBackwards = new(row => row.SortName, row => row.Key, descending: true);

    public async Task<ScopeNode?> FindAsync(Scope scope, CancellationToken ct) =>
        (await FindManyAsync([scope], ct)).GetValueOrDefault(scope);

    public Task<IReadOnlyDictionary<Scope, ScopeNode>> FindManyAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyDictionary<Scope, ScopeNode>>(
            async db => (await NodesAsync(db, await ScopeBulk.RowsAsync(db, scopes, ct), ct)).ToDictionary(node => node.Scope), ct);

    public Task<IReadOnlyList<ScopeNode>> PathAsync(Scope scope, CancellationToken ct) => session.ReadAsync<IReadOnlyList<ScopeNode>>(
        async db =>
        {
            var rows = await db.Set<ScopeRow>().FromSqlRaw(PathSql, ScopeRow.KeyOf(scope)).AsNoTracking().ToDictionaryAsync(row => row.Key, ct);
            return [.. Climb(rows, ScopeRow.KeyOf(scope)).Select(row => row.ToCore(Spelt(rows, row.ParentKey)))];
        },
        ct);

    public Task<Page<ScopeNode>> ListAsync(ScopeQuery query, PageAsk page, CancellationToken ct) => session.ReadAsync(
        async db =>
        {
            var cut = await (query.Descending ? ByNameBackwards : ByName).PageAsync(ScopeList.Filtered(db, query), page, row => row, ct);
            return new Page<ScopeNode>(await NodesAsync(db, cut.Items, ct), cut.Next);
        },
        ct);

    public Task<int> CountAsync(ScopeQuery query, CancellationToken ct) =>
        session.ReadAsync(db => ScopeList.Filtered(db, query).CountAsync(ct), ct);

    public Task SaveManyAsync(IReadOnlyCollection<ScopeNode> nodes, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            await ScopeBulk.SaveAsync(db, nodes, ct);
            return true;
        },
        ct);

    public Task RemoveAsync(Scope scope, CancellationToken ct)
    {
        var key = ScopeRow.KeyOf(scope);
        return session.WriteAsync(db => db.Set<ScopeRow>().Where(row => row.Key == key).ExecuteDeleteAsync(ct), ct);
    }

    private static IEnumerable<ScopeRow> Climb(Dictionary<string, ScopeRow> rows, string from)
    {
        var seen = new HashSet<string>();
        for (var key = from; key is not null && seen.Add(key) && rows.TryGetValue(key, out var row); key = row.ParentKey)
        {
            yield return row;
        }
    }

    private static string? Spelt(Dictionary<string, ScopeRow> rows, string? key) => key is null ? null : rows.GetValueOrDefault(key)?.Value;

    private static async Task<IReadOnlyList<ScopeNode>> NodesAsync(RegentDb db, IReadOnlyList<ScopeRow> rows, CancellationToken ct)
    {
        var parents = rows.Select(row => row.ParentKey).OfType<string>().Distinct().ToList();
        var spelt = parents.Count == 0 ? [] : await db.Set<ScopeRow>().AsNoTracking().Where(row => parents.Contains(row.Key))
            .ToDictionaryAsync(row => row.Key, ct);
        return [.. rows.Select(row => row.ToCore(Spelt(spelt, row.ParentKey)))];
    }
}
