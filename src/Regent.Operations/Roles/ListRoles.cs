using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>All role definitions of a role system, by name; for everybody who is signed in.</summary>
public sealed class ListRoles(IRoleStore roles)
{
    public Task<IReadOnlyList<RoleDefinition>> ExecuteAsync(RoleSystem system, CancellationToken ct) => roles.ListAsync(system, ct);
}
