using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>All role definitions, by name; for everybody who is signed in.</summary>
public sealed class ListRoles(IRoleStore roles)
{
    public Task<IReadOnlyList<RoleDefinition>> ExecuteAsync(CancellationToken ct) => roles.ListAsync(ct);
}
