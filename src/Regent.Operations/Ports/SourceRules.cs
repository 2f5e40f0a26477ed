namespace Regent.Operations.Ports;

/// <summary>How people are taken over from a source.</summary>
/// <param name="Every">How often; null is by hand only.</param>
/// <param name="LargestLoss">How many of a hundred people, or of a hundred memberships, one run may take away.</param>
public sealed record SourceRules(TimeSpan? Every, int LargestLoss);
