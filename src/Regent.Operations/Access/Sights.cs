using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Finds out what somebody sees of what counts at a place for resources: around it, or everywhere for the tenant.</summary>
public sealed class Sights(Places places)
{
    /// <param name="authority">What they may do.</param>
    /// <param name="scope">The place.</param>
    /// <param name="andBelow">Whether what lies in it is wanted too.</param>
    /// <param name="own">Whether they look only at what is their own, which they see anywhere.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Sight>> OfAsync(Authority authority, Scope scope, bool andBelow, bool own, CancellationToken ct)
    {
        var place = await places.FindAsync(scope, ct);
        var around = scope == Scope.Tenant && andBelow ? null : new Around(place ?? new Place(scope, []), andBelow);
        if (own)
        {
            return new Sight(around, Within: null);
        }

        if (place is null)
        {
            return authority.MayRead ? Refusals.UnknownScope : Refusals.MayNotReadHere;
        }

        return scope != Scope.Tenant && authority.MayReadAt(place)
            ? new Sight(around, Within: null)
            : await PartAsync(authority, place, around, ct);
    }

    // Who sees only a part of what lies there sees that part.
    private async Task<Outcome<Sight>> PartAsync(Authority authority, Place place, Around? around, CancellationToken ct)
    {
        var seen = authority.ReadIn(RoleSystem.Resources);
        var where = await places.FindManyAsync(seen.Scopes, ct);
        var sees = around is null ? !seen.IsNowhere : seen.IsEverywhere || (around.AndBelow && seen.Scopes.Any(one => where[one].IsWithin(place.Scope)));
        return sees ? new Sight(around, seen) : Refusals.MayNotReadHere;
    }
}
