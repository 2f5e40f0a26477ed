using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>One place with what lies above it, for those who see it, and what the caller may do there.</summary>
public sealed class GetPlace(IScopeStore scopes, IDirectory directory, VisibleScopes visible, TimeProvider clock)
{
    public async Task<Outcome<PlaceView>> ExecuteAsync(Caller caller, Scope scope, CancellationToken ct)
    {
        var sight = await visible.OfAsync(caller, clock.GetUtcNow(), ct);
        return scope.Kind switch
        {
            ScopeKind.Tenant => Seen(sight, Place.Tenant, new PlaceView(scope, Name: null)),
            ScopeKind.Group => await GroupAsync(sight, scope, scope.Group!.Value, ct),
            _ => Node(sight, scope, await scopes.PathAsync(scope, ct)),
        };
    }

    private static Outcome<PlaceView> Node(ScopeSight sight, Scope scope, IReadOnlyList<ScopeNode> path)
    {
        if (path.Count == 0)
        {
            return Unknown(sight);
        }

        Place[] places = [.. path.Select((one, at) => new Place(one.Scope, [.. path.Skip(at + 1).Select(other => other.Scope)]))];
        return Seen(sight, places[0], new PlaceView(path[0].Scope, path[0].DisplayName)
        {
            Node = path[0],
            Above = [.. path.Skip(1).Where((_, at) => sight.Seen.Includes(places[at + 1])).Reverse()],
        });
    }

    private static Outcome<PlaceView> Seen(ScopeSight sight, Place place, PlaceView view) =>
        sight.Seen.Includes(place) || sight.Authority.MayReadAt(place)
            ? view with { MayRead = sight.Authority.MayReadAt(place), MayManage = sight.Authority.MayManageAt(place) }
            : Refusals.MayNotReadHere;

    // Whether something is there is only for those who see everything.
    private static Refusal Unknown(ScopeSight sight) => sight.Seen.IsEverywhere ? Refusals.UnknownScope : Refusals.MayNotReadHere;

    private async Task<Outcome<PlaceView>> GroupAsync(ScopeSight sight, Scope scope, PrincipalId id, CancellationToken ct) =>
        await directory.FindAsync(id, ct) is { Kind: PrincipalKind.Group } group
            ? Seen(sight, new Place(scope, []) { IsRoleAssignable = group.IsRoleAssignable }, new PlaceView(scope, group.DisplayName) { Group = group })
            : Unknown(sight);
}
