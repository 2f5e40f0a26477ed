namespace Regent.Api.Graph.Contracts;

/// <summary>What a role allows.</summary>
internal sealed record RolePermissionContract(IReadOnlyList<string> AllowedResourceActions, string? Condition);
