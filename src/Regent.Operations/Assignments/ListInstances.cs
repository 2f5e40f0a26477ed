using Regent.Core;
using Regent.Core.Principals;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>What is in force now: the caller's own, or, for readers, everybody's (specification, section 1.3).</summary>
public sealed class ListInstances(IScheduleStore schedules, IDirectory directory, Authorities authorities, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="own">Only what the caller has, themselves and through groups. Without it a reader role is needed to see that of others.</param>
    /// <param name="query">What else they must meet; its moment is set to now and its view to what is in force.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Page<ScheduleListing>>> ExecuteAsync(
        Caller caller, bool own, ScheduleQuery query, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var asked = query with { Now = now, View = ScheduleView.InForce };
        if (!own && (await authorities.OfAsync(caller, now, ct)).MayRead)
        {
            return await ListAsync(asked, page, ct);
        }

        PrincipalId[] mine = [caller.Id, .. (await directory.GroupsOfAsync(caller.Id, now, ct)).Keys];
        if (!own && asked.Principals?.All(mine.Contains) != true)
        {
            return Refusals.MayNotRead;
        }

        return await ListAsync(
            asked with { Principals = asked.Principals is { } wanted ? [.. mine.Intersect(wanted)] : mine }, page, ct);
    }

    private async Task<Page<ScheduleListing>> ListAsync(ScheduleQuery query, PageAsk page, CancellationToken ct)
    {
        var found = await schedules.ListAsync(query, page, ct);
        return page.WantsTotal ? found with { Total = await schedules.CountAsync(query, ct) } : found;
    }
}
