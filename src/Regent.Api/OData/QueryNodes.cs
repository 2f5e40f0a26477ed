using Microsoft.OData.UriParser;

namespace Regent.Api.OData;

/// <summary>Finds out which member a node of a parsed query speaks of.</summary>
internal static class QueryNodes
{
    /// <summary>Without what the parser wraps around a value to convert it.</summary>
    public static QueryNode Bare(this QueryNode node) => node is ConvertNode convert ? convert.Source.Bare() : node;

    /// <summary>The members from the item to this one, with slashes between them; null when the node is no member.</summary>
    public static string? Path(this QueryNode node) => node.Bare() switch
    {
        SingleValuePropertyAccessNode one => Below(one.Source, one.Property.Name),
        SingleComplexNode one => Below(one.Source, one.Property.Name),
        SingleNavigationNode one => Below(one.Source, one.NavigationProperty.Name),
        CollectionPropertyAccessNode many => Below(many.Source, many.Property.Name),
        CollectionComplexNode many => Below(many.Source, many.Property.Name),
        CollectionNavigationNode many => Below(many.Source, many.NavigationProperty.Name),
        SingleValueFunctionCallNode { Name: "tolower" or "toupper" } same when same.Parameters.ToList() is [var text] => text.Path(),
        _ => null,
    };

    private static string? Below(QueryNode? owner, string member) => owner switch
    {
        ResourceRangeVariableReferenceNode or NonResourceRangeVariableReferenceNode => member,
        null => null,
        _ => owner.Path() is { } path ? $"{path}/{member}" : null,
    };
}
