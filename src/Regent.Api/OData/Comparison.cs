using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Regent.Api.OData;

/// <summary>Reads one comparison of a member with a value.</summary>
internal static class Comparison
{
    /// <summary>The comparison; null when the node is none that can be carried out.</summary>
    public static FilterTerm? Read(QueryNode node) => node switch
    {
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } => OneOf(node),
        BinaryOperatorNode binary when OperatorOf(binary.OperatorKind) is { } comparison =>
            Term(binary.Left, binary.Right, comparison) ?? Term(binary.Right, binary.Left, Mirrored(comparison)),
        InNode { Right: CollectionConstantNode { Collection: [_, ..] values } } among =>
            OneOf(among.Left, values.Select(value => value.Value)),
        SingleValueFunctionCallNode { Name: "startswith" } call => Call(call, FilterOperator.StartsWith),
        SingleValueFunctionCallNode { Name: "contains" } call => Call(call, FilterOperator.Contains),
        AnyNode { Body: { } body, Source: CollectionPropertyAccessNode or CollectionComplexNode or CollectionNavigationNode } any => Within(any, body),
        // A member that is true or false stands for itself.
        SingleValuePropertyAccessNode flag when flag.Path() is { } path && flag.TypeReference.IsBoolean() => new FilterTerm(path, FilterOperator.Equal, true),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not when not.Operand.Bare() is SingleValuePropertyAccessNode => Opposite(not.Operand.Bare()),
        _ => null,
    };

    private static FilterTerm? Opposite(QueryNode flag) => Read(flag) is { } term ? term with { Value = false, Values = [false] } : null;

    private static FilterTerm? Call(SingleValueFunctionCallNode call, FilterOperator comparison) =>
        call.Parameters.ToList() is [var text, var part] ? Term(text, part, comparison) : null;

    private static FilterTerm? Term(QueryNode member, QueryNode value, FilterOperator comparison) =>
        (member.Path(), value.Bare()) switch
        {
            (null, _) => null,
            (var path, ConstantNode { Value: { } constant }) => new FilterTerm(path, comparison, constant),
            (var path, ConstantNode { Value: null }) when comparison == FilterOperator.Equal => new FilterTerm(path, FilterOperator.Null, ""),
            (var path, ConstantNode { Value: null }) when comparison == FilterOperator.NotEqual => new FilterTerm(path, FilterOperator.NotNull, ""),
            _ => null,
        };

    private static FilterTerm? OneOf(QueryNode either)
    {
        var terms = new List<FilterTerm>();
        var open = new Stack<QueryNode>([either]);
        while (open.TryPop(out var node))
        {
            if (node.Bare() is BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } both)
            {
                open.Push(both.Right);
                open.Push(both.Left);
            }
            else if (Read(node.Bare()) is { Operator: FilterOperator.Equal } term && terms.TrueForAll(other => other.Path == term.Path))
            {
                terms.Add(term);
            }
            else
            {
                return null;
            }
        }

        return terms[0] with { Operator = FilterOperator.In, Values = [.. terms.Select(term => term.Value)] };
    }

    private static FilterTerm? OneOf(QueryNode member, IEnumerable<object?> values) =>
        member.Path() is { } path && values.ToList() is var all && all.TrueForAll(value => value is not null)
            ? new FilterTerm(path, FilterOperator.In, all[0]!) { Values = [.. all.Select(value => value!)] }
            : null;

    private static FilterTerm? Within(AnyNode any, QueryNode body) =>
        any.Source.Path() is { } items && Read(body.Bare()) is { } term ? term with { Path = $"{items}/{term.Path}" } : null;

    private static FilterOperator? OperatorOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equal => FilterOperator.Equal,
        BinaryOperatorKind.NotEqual => FilterOperator.NotEqual,
        BinaryOperatorKind.LessThan => FilterOperator.Less,
        BinaryOperatorKind.LessThanOrEqual => FilterOperator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => FilterOperator.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => FilterOperator.GreaterOrEqual,
        _ => null,
    };

    private static FilterOperator Mirrored(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Less => FilterOperator.Greater,
        FilterOperator.LessOrEqual => FilterOperator.GreaterOrEqual,
        FilterOperator.Greater => FilterOperator.Less,
        FilterOperator.GreaterOrEqual => FilterOperator.LessOrEqual,
        _ => comparison,
    };
}
