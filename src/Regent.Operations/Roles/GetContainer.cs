using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>One subscription, resource group or management group, for those who see it or something in it.</summary>
public sealed class GetContainer(IScopeStore scopes, Places places, VisibleScopes visible, TimeProvider clock)
{
    public async Task<Outcome<ScopeNode>> ExecuteAsync(Caller caller, Scope scope, CancellationToken ct)
    {
        var seen = (await visible.OfAsync(caller, clock.GetUtcNow(), ct)).Seen;
        return await scopes.FindAsync(scope, ct) is { } node && await SeesAsync(seen, scope, ct) ? node : Refusals.UnknownScope;
    }

    private async Task<bool> SeesAsync(Reach seen, Scope scope, CancellationToken ct)
    {
        if (seen.IsEverywhere || (await places.FindAsync(scope, ct) is { } place && seen.Includes(place)))
        {
            return true;
        }

        var where = await places.FindManyAsync(seen.Scopes, ct);
        return scope.Kind != ScopeKind.ManagementGroup && seen.Scopes.Any(one => where[one].IsWithin(scope));
    }
}
