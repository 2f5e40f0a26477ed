using Microsoft.OData.UriParser;

namespace Regent.Api.OData;

/// <summary>Takes a parsed filter apart into terms joined by <c>and</c>.</summary>
internal static class FilterTerms
{
    /// <summary>The terms. A member is compared once, or with a beginning and an end of a range.</summary>
    public static Reading<IReadOnlyList<FilterTerm>> Of(FilterClause? filter)
    {
        var terms = new List<FilterTerm>();
        var open = new Stack<SingleValueNode>();
        if (filter is not null)
        {
            open.Push(filter.Expression);
        }

        while (open.TryPop(out var node))
        {
            if (node.Bare() is BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } both)
            {
                open.Push(both.Right);
                open.Push(both.Left);
            }
            else if (Comparison.Read(node.Bare()) is not { } term)
            {
                return Unsupported(
                    "Only comparisons of a member with a value by eq, ne, lt, le, gt, ge, in, startswith and contains, joined by 'and', "
                    + "are supported in $filter here.");
            }
            else if (terms.Any(other => other.Path == term.Path && !IsRange(other, term)))
            {
                return Unsupported($"'{term.Path}' is compared more than once in $filter.");
            }
            else
            {
                terms.Add(term);
            }
        }

        return new Reading<IReadOnlyList<FilterTerm>>.Good(terms);
    }

    private static bool IsRange(FilterTerm one, FilterTerm other) => (IsBeginning(one) && IsEnd(other)) || (IsEnd(one) && IsBeginning(other));

    private static bool IsBeginning(FilterTerm term) => term.Operator is FilterOperator.Greater or FilterOperator.GreaterOrEqual;

    private static bool IsEnd(FilterTerm term) => term.Operator is FilterOperator.Less or FilterOperator.LessOrEqual;

    private static Flaw Unsupported(string message) => new(FlawKind.UnsupportedQuery, message) { Target = "$filter" };
}
