namespace Regent.Api.Graph.Audit;

/// <summary>A further fact under its name.</summary>
internal sealed record KeyValueContract(string Key, string Value);
