using System.Diagnostics;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>What is in force, planned or over: the caller's own, or everybody's where the caller may see it (specification, section 1.3).</summary>
public sealed class ListSchedules(
    IScheduleStore schedules, IRequestStore requests, IDirectory directory, ReadableLists readable, Authorities authorities, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="list">Whose schedules.</param>
    /// <param name="query">What else they must meet; its moment is set to now.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Page<SeenSchedule>>> ExecuteAsync(
        Caller caller, ScheduleList list, ScheduleQuery query, PageAsk page, CancellationToken ct)
    {
        var asked = query with { Now = clock.GetUtcNow() };
        var standing = await authorities.StandingOfAsync(caller, asked.Now, ct);
        return list switch
        {
            ScheduleList.Mine => await ListAsync(Of([caller.Id, .. standing.Groups], asked), [caller.Id], page, ct),
            ScheduleList.MineDirectly => await ListAsync(Of([caller.Id], asked), [caller.Id], page, ct),
            ScheduleList.MineThroughGroups => await ListAsync(Of(standing.Groups, asked), [caller.Id], page, ct),
            ScheduleList.All or ScheduleList.AllThroughGroups => await ListAllAsync(caller, standing, list, asked, page, ct),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Outcome<Page<SeenSchedule>>> ListAllAsync(
        Caller caller, Standing standing, ScheduleList list, ScheduleQuery query, PageAsk page, CancellationToken ct)
    {
        var isOwn = query.Principals?.All(one => one == caller.Id || standing.Groups.Contains(one)) == true;
        var reach = await readable.ForAsync(standing, query.System, query.Scope, isOwn, ct);
        return await reach.ThenAsync(async seen => await ListAsync(
            query with { Within = seen, Principals = await HoldersAsync(list, query, ct) }, query.Principals, page, ct));
    }

    private async Task<IReadOnlyCollection<PrincipalId>?> HoldersAsync(ScheduleList list, ScheduleQuery query, CancellationToken ct)
    {
        if (list == ScheduleList.All || query.Principals is null)
        {
            return query.Principals;
        }

        var holders = query.Principals.ToHashSet();
        foreach (var one in query.Principals)
        {
            holders.UnionWith((await directory.GroupsOfAsync(one, query.Now, ct)).Keys);
        }

        return holders;
    }

    private static ScheduleQuery Of(IReadOnlyCollection<PrincipalId> holders, ScheduleQuery query) =>
        query with { Principals = query.Principals is { } wanted ? [.. holders.Intersect(wanted)] : holders };

    private async Task<Page<SeenSchedule>> ListAsync(
        ScheduleQuery query, IReadOnlyCollection<PrincipalId>? about, PageAsk page, CancellationToken ct)
    {
        var found = await schedules.ListAsync(query, page, ct);
        var made = await requests.FindMadeAsync([.. found.Items.Select(listing => listing.Schedule.Id)], ct);
        return new Page<SeenSchedule>(
            [
                .. found.Items.Select(listing => new SeenSchedule(
                    listing, about?.Contains(listing.Principal.Id) == false, made.Contains(listing.Schedule.Id))
                {
                    IsPlanned = listing.Schedule.Period.Start > query.Now,
                }),
            ],
            found.Next)
        {
            Total = page.WantsTotal ? await schedules.CountAsync(query, ct) : null,
        };
    }
}
