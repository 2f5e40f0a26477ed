using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>One eligibility or assignment, open or over, for those who may see what is held there.</summary>
public sealed class GetAssignment(IScheduleStore schedules, Places places, Authorities authorities, TimeProvider clock)
{
    public async Task<Outcome<ListedAssignment>> ExecuteAsync(Caller caller, ScheduleId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var authority = await authorities.OfAsync(caller, now, ct);
        if (await schedules.FindAsync(id, ct) is not { } schedule)
        {
            return Refusals.UnknownAssignment;
        }

        var place = await places.FindAsync(schedule.Scope, ct) ?? new Place(schedule.Scope, []);
        return authority.MayReadAt(place) && await ListingOfAsync(schedule, now, ct) is { } listing
            ? new ListedAssignment(listing, authority.MayManageAt(place))
            : Refusals.UnknownAssignment;
    }

    // What was ended before it began is in no list.
    private async Task<ScheduleListing?> ListingOfAsync(Schedule schedule, DateTimeOffset now, CancellationToken ct)
    {
        var view = schedule.IsOpenAt(now) ? ScheduleView.Open : ScheduleView.Over;
        var found = await schedules.ListAsync(new ScheduleQuery(schedule.Kind, view, now) { Id = schedule.Id }, new PageAsk(size: 1), ct);
        return found.Items is [var listing] ? listing : null;
    }
}
