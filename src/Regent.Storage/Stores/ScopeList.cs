using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Parts of the scope tree as queries.</summary>
internal static class ScopeList
{
    public static IQueryable<ScopeRow> Filtered(RegentDb db, ScopeQuery query)
    {
        var rows = Placed(db, query).Where(row => row.System == query.System);
        rows = query.Kind is { } kind ? rows.Where(row => row.Kind == kind) : rows;
        rows = query.Kinds is { } kinds ? rows.Where(row => kinds.Contains(row.Kind)) : rows;
        rows = query.DisplayName is { } name ? Named(rows, name) : rows;
        rows = Search.For(query.NamePart) is { } part ? rows.Where(row => row.SortName.Contains(part)) : rows;
        if (query.Scopes is { } scopes)
        {
            var keys = scopes.Select(ScopeRow.KeyOf).ToArray();
            rows = rows.Where(row => keys.Contains(row.Key));
        }

        return Search.For(query.Search) is { } wanted ? rows.Where(row => row.SearchText.Contains(wanted)) : rows;
    }

    private static IQueryable<ScopeRow> Placed(RegentDb db, ScopeQuery query)
    {
        var within = query.Within is { } scopes ? ScopesBelow.Of(db, scopes) : null;
        var rows = within ?? db.Set<ScopeRow>().AsNoTracking();
        if (query.ChildrenOf is { } parent)
        {
            var key = ScopeRow.KeyOf(parent);
            return rows.Where(row => row.ParentKey == key);
        }

        return (query.OnlyTop, within) switch
        {
            (false, _) => rows,
            (true, null) => rows.Where(row => row.ParentKey == null),
            (true, not null) => rows.Where(row => row.ParentKey == null || !within.Any(above => above.Key == row.ParentKey)),
        };
    }

    private static IQueryable<ScopeRow> Named(IQueryable<ScopeRow> rows, TextMatch name)
    {
        var folded = Search.Fold(name.Text);
        return name.IsBeginning ? rows.Where(row => row.SortName.StartsWith(folded)) : rows.Where(row => row.SortName == folded);
    }
}
