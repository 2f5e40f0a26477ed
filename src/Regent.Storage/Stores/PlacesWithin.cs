using System.Linq.Expressions;
using Regent.Core.Assignments;
using Regent.Operations.Ports;

namespace Regent.Storage.Stores;

/// <summary>Asks of rows whether what they are about lies within reach.</summary>
internal static class PlacesWithin
{
    /// <summary>What has left the tree still stands where it says; the tree itself says what lies below.</summary>
    /// <param name="db">The database.</param>
    /// <param name="reach">The places.</param>
    /// <param name="scope">The scope of a row.</param>
    public static Expression<Func<TRow, bool>> Of<TRow>(RegentDb db, Reach reach, Expression<Func<TRow, string>> scope)
    {
        var given = reach.Scopes.Select(one => one.Value).ToList();
        var below = ScopesBelow.Of(db, reach.Scopes).Select(one => one.Value);
        var groups = GroupList.ScopesIn(db, reach);
        return Asked(
            reach.OrdinaryGroups || reach.RoleAssignableGroups
                ? one => given.Contains(one) || groups.Contains(one)
                : one => given.Contains(one) || below.Contains(one),
            scope);
    }

    /// <summary>The same of what counts at a place.</summary>
    public static Expression<Func<TRow, bool>> Of<TRow>(RegentDb db, Around around, Expression<Func<TRow, string>> scope)
    {
        List<string> upwards = [around.Place.Scope.Value, .. around.Place.Above.Select(one => one.Value)];
        var below = ScopesBelow.Of(db, [around.Place.Scope]).Select(one => one.Value);
        return Asked(around.AndBelow ? one => upwards.Contains(one) || below.Contains(one) : one => upwards.Contains(one), scope);
    }

    private static Expression<Func<TRow, bool>> Asked<TRow>(Expression<Func<string, bool>> isThere, Expression<Func<TRow, string>> scope) =>
        Expression.Lambda<Func<TRow, bool>>(new Replace(isThere.Parameters[0], scope.Body).Visit(isThere.Body), scope.Parameters);

    private sealed class Replace(ParameterExpression one, Expression other) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == one ? other : base.VisitParameter(node);
    }
}
