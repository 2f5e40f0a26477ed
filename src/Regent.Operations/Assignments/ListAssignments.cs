using Regent.Core;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>Everybody's eligibilities and assignments, for administrators and readers.</summary>
public sealed class ListAssignments(IScheduleStore schedules, Authorities authorities, TimeProvider clock)
{
    /// <summary>A stretch of the list. The query's moment is set to now.</summary>
    public async Task<Outcome<Page<ScheduleListing>>> ExecuteAsync(
        Caller caller, ScheduleQuery query, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await authorities.OfAsync(caller.Id, now, ct)).MayRead
            ? await schedules.ListAsync(query with { Now = now }, page, ct)
            : Refusals.MayNotRead;
    }
}
