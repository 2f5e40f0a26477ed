namespace Regent.Api.Graph.Audit;

/// <summary>What became of one property; each value as JSON text.</summary>
internal sealed record ModifiedPropertyContract(string DisplayName, string? NewValue, string? OldValue);
