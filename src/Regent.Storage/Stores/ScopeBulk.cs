using Microsoft.EntityFrameworkCore;
using Regent.Core.Roles;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Reads and writes many scopes at once, in statements a database takes whole.</summary>
internal static class ScopeBulk
{
    private const int Stretch = 500;

    public static async Task<IReadOnlyList<ScopeRow>> RowsAsync(RegentDb db, IEnumerable<Scope> scopes, CancellationToken ct)
    {
        var found = new List<ScopeRow>();
        foreach (var some in scopes.Select(ScopeRow.KeyOf).Distinct().Chunk(Stretch))
        {
            found.AddRange(await db.Set<ScopeRow>().AsNoTracking().Where(row => some.Contains(row.Key)).ToListAsync(ct));
        }

        return found;
    }

    public static async Task SaveAsync(RegentDb db, IReadOnlyCollection<ScopeNode> nodes, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var known = (await RowsAsync(db, nodes.Select(node => node.Scope), ct)).Select(row => row.Key).ToHashSet();
        foreach (var row in nodes.Select(ScopeRow.Of))
        {
            _ = known.Contains(row.Key) ? db.Update(row) : db.Add(row);
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
