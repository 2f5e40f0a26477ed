using Microsoft.OData.UriParser;

namespace Regent.Api.OData;

/// <summary>The order a query wants.</summary>
internal sealed record Ordering(string Member, bool Descending)
{
    /// <summary>What to say when nothing here can answer in this order.</summary>
    public Flaw Unsupported => Flaw($"This list cannot be ordered by '{Member}'{(Descending ? " descending" : "")}.");

    /// <summary>Reads what the parser made of <c>$orderby</c>.</summary>
    public static Reading<Ordering?> Of(OrderByClause? clause) => clause switch
    {
        null => (Ordering?)null,
        { ThenBy: null, Expression: SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } member } =>
            new Ordering(member.Property.Name, clause.Direction == OrderByDirection.Descending),
        _ => Flaw("$orderby takes one member of the item itself here."),
    };

    private static Flaw Flaw(string message) => new(FlawKind.UnsupportedQuery, message) { Target = "$orderby" };
}
