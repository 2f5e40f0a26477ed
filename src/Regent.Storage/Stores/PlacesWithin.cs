using System.Linq.Expressions;
using Regent.Core.Assignments;
using Regent.Operations.Ports;

namespace Regent.Storage.Stores;

/// <summary>Asks of rows whether what they are about lies at certain places.</summary>
internal static class PlacesWithin
{
    /// <summary>Whether it lies within reach. What has left the tree still stands where it says; the tree itself says what lies below.</summary>
    /// <param name="db">The database.</param>
    /// <param name="reach">The places.</param>
    /// <param name="scope">The scope of a row.</param>
    public static Expression<Func<TRow, bool>> Of<TRow>(RegentDb db, Reach reach, Expression<Func<TRow, string>> scope) => Among(
        [.. reach.Scopes.Select(one => one.Value)],
        reach.OrdinaryGroups || reach.RoleAssignableGroups
            ? GroupList.ScopesIn(db, reach)
            : ScopesBelow.Of(db, reach.Scopes).Select(one => one.Value),
        scope);

    /// <summary>Whether it lies at a place, above it, and on wish in it.</summary>
    public static Expression<Func<TRow, bool>> Of<TRow>(RegentDb db, Around around, Expression<Func<TRow, string>> scope) => Among(
        [around.Place.Scope.Value, .. around.Place.Above.Select(one => one.Value)],
        around.AndBelow ? ScopesBelow.Of(db, [around.Place.Scope]).Select(one => one.Value) : null,
        scope);

    private static Expression<Func<TRow, bool>> Among<TRow>(List<string> named, IQueryable<string>? found, Expression<Func<TRow, string>> scope)
    {
        Expression<Func<string, bool>> isAmong = found is null
            ? one => named.Contains(one)
            : one => named.Contains(one) || found.Contains(one);
        return Expression.Lambda<Func<TRow, bool>>(new Replace(isAmong.Parameters[0], scope.Body).Visit(isAmong.Body), scope.Parameters);
    }

    private sealed class Replace(ParameterExpression one, Expression other) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == one ? other : base.VisitParameter(node);
    }
}
