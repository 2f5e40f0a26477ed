using Regent.Core.Policies;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>The settings of roles, every version kept.</summary>
public interface IPolicyStore
{
    /// <summary>The settings in force; the default, version 0, when nobody has changed them.</summary>
    Task<RolePolicy> GetAsync(RoleDefinitionId role, Scope scope, CancellationToken ct);

    /// <summary>The newest version of all settings somebody has changed at this scope.</summary>
    Task<IReadOnlyList<RolePolicy>> ListAsync(Scope scope, CancellationToken ct);

    /// <summary>Saves the version after the one it was based on; false, and nothing saved, when that version is there already.</summary>
    Task<bool> SaveAsync(RolePolicy policy, CancellationToken ct);
}
