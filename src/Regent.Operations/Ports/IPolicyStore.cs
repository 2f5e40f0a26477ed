using Regent.Core.Policies;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>The settings of roles, every version kept.</summary>
public interface IPolicyStore
{
    /// <summary>The settings that count for the role at this scope; the default, version 0, when nobody has changed them.</summary>
    Task<RolePolicy> GetAsync(RoleDefinitionId role, Scope scope, CancellationToken ct);

    /// <summary>One version of the settings that count at this scope; null when there is none, and the default for version 0.</summary>
    Task<RolePolicy?> FindVersionAsync(RoleDefinitionId role, Scope scope, int version, CancellationToken ct);

    /// <summary>The newest version of all settings somebody has changed that count at these scopes.</summary>
    Task<IReadOnlyList<RolePolicy>> ListAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct);

    /// <summary>The settings that name approvers of whom none is an enabled user at this moment, themselves or through groups; in no order.</summary>
    Task<IReadOnlyList<RolePolicy>> LapsedAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>Saves the version after the one it was based on; false, and nothing saved, when that version is there already.</summary>
    Task<bool> SaveAsync(RolePolicy policy, CancellationToken ct);
}
