namespace Regent.Operations.Ports;

/// <summary>One stretch of a list.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">What to ask with for the stretch after it; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>How many items the whole list has; null unless that was asked.</summary>
    public int? Total { get; init; }
}
