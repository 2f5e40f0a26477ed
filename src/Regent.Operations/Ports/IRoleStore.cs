using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>The role definitions.</summary>
public interface IRoleStore
{
    /// <summary>One definition; null when unknown.</summary>
    Task<RoleDefinition?> FindAsync(RoleDefinitionId id, CancellationToken ct);

    /// <summary>All definitions of a role system, by display name.</summary>
    Task<IReadOnlyList<RoleDefinition>> ListAsync(RoleSystem system, CancellationToken ct);

    /// <summary>Adds definitions, or replaces those with the same ids.</summary>
    Task SaveAsync(IReadOnlyCollection<RoleDefinition> roles, CancellationToken ct);

    /// <summary>Removes a definition that no schedule and no request names; one that is not there is no error.</summary>
    Task RemoveAsync(RoleDefinitionId id, CancellationToken ct);
}
