namespace Regent.Operations.Ports;

/// <summary>How much a query found.</summary>
/// <param name="Count">How many.</param>
/// <param name="Latest">The latest moment that any of them was used or given; null when there is none.</param>
public sealed record HeldCount(int Count, DateTimeOffset? Latest);
