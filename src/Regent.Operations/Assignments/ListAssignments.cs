using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>Everybody's eligibilities and assignments, at the places where the caller may see them (specification, section 11).</summary>
public sealed class ListAssignments(IScheduleStore schedules, Places places, Authorities authorities, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="at">Only what is held there, and below in the scope tree; null is wherever the caller may see it.</param>
    /// <param name="query">What else they must meet; its moment is set to now and its places to those the caller sees.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Page<ListedAssignment>>> ExecuteAsync(
        Caller caller, Scope? at, ScheduleQuery query, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var authority = await authorities.OfAsync(caller, now, ct);
        var reach = at is null ? SeenBy(authority, query.System) : await SeenAtAsync(authority, at, ct);
        return reach.IsNowhere
            ? at is null ? Refusals.MayNotRead : Refusals.MayNotReadHere
            : await ListAsync(authority, query with { Now = now, Within = reach }, page, ct);
    }

    private static Reach SeenBy(Authority authority, RoleSystem? system) => system switch
    {
        { } one => authority.ReadIn(one),
        null => authority.MayRead ? Reach.Everywhere : Reach.Nowhere,
    };

    // What stands at a scope that has left the tree is still to be seen.
    private async Task<Reach> SeenAtAsync(Authority authority, Scope at, CancellationToken ct) =>
        authority.MayReadAt(await places.FindAsync(at, ct) ?? new Place(at, [])) ? Reach.At(at) : Reach.Nowhere;

    private async Task<Page<ListedAssignment>> ListAsync(Authority authority, ScheduleQuery query, PageAsk page, CancellationToken ct)
    {
        var found = await schedules.ListAsync(query, page, ct);
        var where = await places.FindManyAsync([.. found.Items.Select(listing => listing.Schedule.Scope).Distinct()], ct);
        return new Page<ListedAssignment>(
            [.. found.Items.Select(listing => new ListedAssignment(listing, authority.MayManageAt(where[listing.Schedule.Scope])))], found.Next);
    }
}
