namespace Regent.Api.OData;

/// <summary>One comparison of a filter; all terms of a filter must hold.</summary>
/// <param name="Path">The member, with a slash where it is a member of a member.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Value">With what.</param>
internal sealed record FilterTerm(string Path, FilterOperator Operator, object Value)
{
    /// <summary>The value as text; empty when it is none.</summary>
    public string Text => Value as string ?? "";

    /// <summary>What to say when nothing here can answer this term.</summary>
    public Flaw Unsupported => new(
        FlawKind.UnsupportedQuery, $"'{Path}' cannot be filtered by {(Operator == FilterOperator.Equal ? "'eq'" : "'startswith'")} here.")
    {
        Target = "$filter",
    };

    /// <summary>What to say when the value can be no value of this member.</summary>
    public Flaw Misfit => new(FlawKind.Query, $"'{Value}' is not a value that '{Path}' can have.") { Target = "$filter" };
}
