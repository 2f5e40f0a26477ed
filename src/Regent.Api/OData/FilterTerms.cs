using Microsoft.OData.UriParser;

namespace Regent.Api.OData;

/// <summary>Takes a parsed filter apart into terms joined by <c>and</c>.</summary>
internal static class FilterTerms
{
    /// <summary>The terms; each member at most once.</summary>
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
            if (Bare(node) is BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } both)
            {
                open.Push(both.Right);
                open.Push(both.Left);
            }
            else if (TermOf(Bare(node)) is not { } term)
            {
                return Unsupported("Only comparisons by 'eq' and 'startswith', joined by 'and', are supported in $filter here.");
            }
            else if (terms.Any(other => other.Path == term.Path))
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

    private static FilterTerm? TermOf(QueryNode node) => node switch
    {
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Equal } equal =>
            TermOf(equal.Left, equal.Right, FilterOperator.Equal) ?? TermOf(equal.Right, equal.Left, FilterOperator.Equal),
        SingleValueFunctionCallNode { Name: "startswith" } call when call.Parameters.ToList() is [var text, var beginning] =>
            TermOf(text, beginning, FilterOperator.StartsWith),
        _ => null,
    };

    private static FilterTerm? TermOf(QueryNode member, QueryNode value, FilterOperator comparison) =>
        PathOf(Bare(member)) is { } path && Bare(value) is ConstantNode { Value: { } constant }
            ? new FilterTerm(path, comparison, constant)
            : null;

    private static string? PathOf(QueryNode node) => node switch
    {
        SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } own => own.Property.Name,
        SingleValuePropertyAccessNode { Source: SingleNavigationNode { Source: ResourceRangeVariableReferenceNode } other } far =>
            $"{other.NavigationProperty.Name}/{far.Property.Name}",
        _ => null,
    };

    // The parser wraps what it had to convert to another type.
    private static QueryNode Bare(QueryNode node) => node is ConvertNode convert ? Bare(convert.Source) : node;

    private static Flaw Unsupported(string message) => new(FlawKind.UnsupportedQuery, message) { Target = "$filter" };
}
