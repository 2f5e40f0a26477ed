using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Finds out where a scope lies. What is not in the directory or the scope tree is no place for anything.</summary>
public sealed class Places(IScopeStore scopes, IDirectory directory)
{
    /// <summary>The scope with what lies above it, spelt as it is kept; null when it is unknown.</summary>
    public async Task<Place?> FindAsync(Scope scope, CancellationToken ct)
    {
        if (scope == Scope.Tenant)
        {
            return Place.Tenant;
        }

        if (scope.Group is { } group)
        {
            return await directory.FindAsync(group, ct) is { Kind: PrincipalKind.Group } found
                ? new Place(scope, []) { IsRoleAssignable = found.IsRoleAssignable }
                : null;
        }

        var path = await scopes.PathAsync(scope, ct);
        return path.Count == 0 ? null : new Place(path[0].Scope, [.. path.Skip(1).Select(node => node.Scope)]);
    }

    /// <summary>The place, where the role can be held there; else why not.</summary>
    public async Task<Outcome<Place>> ForAsync(RoleDefinition role, Scope scope, CancellationToken ct)
    {
        if (await FindAsync(scope, ct) is not { } place)
        {
            return scope.System == role.System ? Refusals.UnknownScope : role.ProblemAt(new Place(scope, [])) ?? Refusals.UnknownScope;
        }

        return role.ProblemAt(place) is { } problem ? problem : place;
    }
}
