using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>The resource roles that can be held at a place, by name; for the tenant all of them. For everybody who is signed in.</summary>
public sealed class ListRolesAt(IRoleStore roles, Places places)
{
    public async Task<IReadOnlyList<RoleDefinition>> ExecuteAsync(Scope scope, CancellationToken ct)
    {
        var all = await roles.ListAsync(RoleSystem.Resources, ct);
        if (scope == Scope.Tenant)
        {
            return all;
        }

        var place = await places.FindAsync(scope, ct) ?? new Place(scope, []);
        return [.. all.Where(role => role.ProblemAt(place) is null)];
    }
}
