namespace Regent.Api.OData;

/// <summary>One comparison of a filter; all terms of a filter must hold.</summary>
/// <param name="Path">The member, with slashes where it is a member of a member, or of the items of one.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Value">With what; for <see cref="FilterOperator.In"/> the first of the values, and empty where nothing is compared with.</param>
internal sealed record FilterTerm(string Path, FilterOperator Operator, object Value)
{
    /// <summary>The value as text; empty when it is none.</summary>
    public string Text => Value as string ?? "";

    /// <summary>Every value of <see cref="FilterOperator.In"/>; the one value otherwise.</summary>
    public IReadOnlyList<object> Values { get; init; } = [Value];

    /// <summary>What to say when nothing here can answer this term.</summary>
    public Flaw Unsupported => new(FlawKind.UnsupportedQuery, $"'{Path}' cannot be filtered by '{Word}' here.") { Target = "$filter" };

    /// <summary>What to say when the value can be no value of this member.</summary>
    public Flaw Misfit => new(FlawKind.Query, $"'{Value}' is not a value that '{Path}' can have.") { Target = "$filter" };

    private string Word => Operator switch
    {
        FilterOperator.Equal => "eq",
        FilterOperator.NotEqual => "ne",
        FilterOperator.Less => "lt",
        FilterOperator.LessOrEqual => "le",
        FilterOperator.Greater => "gt",
        FilterOperator.GreaterOrEqual => "ge",
        FilterOperator.StartsWith => "startswith",
        FilterOperator.Contains => "contains",
        FilterOperator.In => "in",
        FilterOperator.Null => "eq null",
        FilterOperator.NotNull => "ne null",
    };

    public bool Equals(FilterTerm? other) =>
        other is not null && (Path, Operator) == (other.Path, other.Operator) && Value.Equals(other.Value) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Path, Operator, Value);
}
