using Regent.Api.OData;

namespace Regent.Api.Graph.Contracts;

/// <summary>A scope that only one application understands. Regent has none; only the schema speaks of it.</summary>
[Entity("appScope")]
internal sealed record AppScopeContract(string Id, string? DisplayName, string? Type);
