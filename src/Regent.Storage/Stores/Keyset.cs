using System.Linq.Expressions;

namespace Regent.Storage.Stores;

/// <summary>Orders a list by a key and then by id, and begins behind a given item, so that every stretch costs the same.</summary>
internal static class Keyset
{
    /// <param name="rows">The list.</param>
    /// <param name="key">What it is ordered by.</param>
    /// <param name="id">What orders equal keys.</param>
    /// <param name="descending">Whether backwards.</param>
    /// <param name="after">The key and id of the item before; null begins at the start.</param>
    public static IQueryable<TRow> Order<TRow, TKey>(
        IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, Guid>> id, bool descending,
        Position<TKey>? after)
    {
        var rest = after is null ? rows : rows.Where(Behind(key, id, descending, after));
        return descending ? rest.OrderByDescending(key).ThenByDescending(id) : rest.OrderBy(key).ThenBy(id);
    }

    private static Expression<Func<TRow, bool>> Behind<TRow, TKey>(
        Expression<Func<TRow, TKey>> key, Expression<Func<TRow, Guid>> id, bool descending, Position<TKey> after)
    {
        var row = key.Parameters[0];
        var rowId = new Rename(id.Parameters[0], row).Visit(id.Body);

        // Reached through an object, the values become parameters of the query, which is then prepared only once.
        var position = Expression.Constant(after);
        var afterKey = Expression.Property(position, nameof(Position<>.Key));
        var afterId = Expression.Property(position, nameof(Position<>.Id));
        var behind = Expression.OrElse(
            Compare(key.Body, afterKey, descending),
            Expression.AndAlso(Expression.Equal(key.Body, afterKey), Compare(rowId, afterId, descending)));
        return Expression.Lambda<Func<TRow, bool>>(behind, row);
    }

    private static BinaryExpression Compare(Expression left, Expression right, bool descending)
    {
        if (left.Type == typeof(string))
        {
            left = Expression.Call(typeof(string), nameof(string.Compare), typeArguments: null, left, right);
            right = Expression.Constant(0);
        }

        return descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
    }

    internal sealed record Position<TKey>(TKey Key, Guid Id);

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
