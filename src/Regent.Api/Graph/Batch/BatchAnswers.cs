namespace Regent.Api.Graph.Batch;

/// <summary>What a whole batch is answered with, as it is described.</summary>
internal sealed record BatchAnswers(IReadOnlyList<BatchAnswer> Responses);
