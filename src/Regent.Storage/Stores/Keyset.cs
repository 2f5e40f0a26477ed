using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regent.Operations.Ports;

namespace Regent.Storage.Stores;

/// <summary>
/// Orders a list by a key and equal ones by id, and begins each stretch behind the last item of the one before, so that every
/// stretch costs the same.
/// </summary>
internal sealed class Keyset<TRow, TKey, TId>(Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TId>> id, bool descending)
    : IKeyset<TRow>
{
    private readonly Func<TRow, TKey> keyOf = key.Compile();
    private readonly Func<TRow, TId> idOf = id.Compile();

    public async Task<Page<TItem>> PageAsync<TItem>(IQueryable<TRow> rows, PageAsk page, Func<TRow, TItem> item, CancellationToken ct) =>
        Cut(await Stretch(rows, page).ToListAsync(ct), page, item);

    /// <summary>The rows of a page in order, and one more if there is one.</summary>
    public IQueryable<TRow> Stretch(IQueryable<TRow> rows, PageAsk page)
    {
        var rest = Cursor<TKey, TId>.Read(page.After) is { } after ? rows.Where(Behind(after)) : rows;
        var ordered = descending ? rest.OrderByDescending(key).ThenByDescending(id) : rest.OrderBy(key).ThenBy(id);
        return (page.Skip > 0 ? ordered.Skip(page.Skip) : ordered).Take(page.Size + 1);
    }

    /// <summary>Cuts what a stretch gave into a page.</summary>
    public Page<TItem> Cut<TItem>(IReadOnlyList<TRow> rows, PageAsk page, Func<TRow, TItem> item)
    {
        var last = rows.Count > page.Size ? rows[page.Size - 1] : default;
        return new Page<TItem>(
            [.. rows.Take(page.Size).Select(item)], last is null ? null : new Cursor<TKey, TId>(keyOf(last), idOf(last)).ToString());
    }

    // Written as "from the key on, and there behind it", which an index answers by one descent; "key greater, or equal and id
    // greater" makes SQLite read the list from its start.
    private Expression<Func<TRow, bool>> Behind(Cursor<TKey, TId> after)
    {
        var row = key.Parameters[0];
        var rowId = new Rename(id.Parameters[0], row).Visit(id.Body);

        // Reached through an object, the values become parameters of the query, which is then prepared only once.
        var position = Expression.Constant(after);
        var afterKey = Expression.Property(position, nameof(after.Key));
        var afterId = Expression.Property(position, nameof(after.Id));
        var (beyond, fromOn) = descending
            ? (ExpressionType.LessThan, ExpressionType.LessThanOrEqual)
            : (ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual);
        var behind = Expression.AndAlso(
            Compare(fromOn, key.Body, afterKey),
            Expression.OrElse(Compare(beyond, key.Body, afterKey), Compare(beyond, rowId, afterId)));
        return Expression.Lambda<Func<TRow, bool>>(behind, row);
    }

    private static BinaryExpression Compare(ExpressionType comparison, Expression left, Expression right) => left.Type == typeof(string)
        ? Expression.MakeBinary(
            comparison, Expression.Call(typeof(string), nameof(string.Compare), typeArguments: null, left, right), Expression.Constant(0))
        : Expression.MakeBinary(comparison, left, right);

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
