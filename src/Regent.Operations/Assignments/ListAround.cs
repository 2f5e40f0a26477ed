using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>What is held of resource roles around a place: by everybody for those who see it, and one's own for each.</summary>
public sealed class ListAround(IScheduleStore schedules, IDirectory directory, Sights sights, Authorities authorities, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="ask">Whose, and around which place.</param>
    /// <param name="query">What else they must meet; its moment is set to now. One alone is shown to whose it is as well.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Page<ScheduleListing>>> ExecuteAsync(
        Caller caller, AroundAsk ask, ScheduleQuery query, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var authority = await authorities.OfAsync(caller, now, ct);
        var own = ask.AssignedTo == caller.Id || ask.Principal == caller.Id;
        var sight = await sights.OfAsync(authority, ask.Scope, ask.AndBelow, own, ct);
        if (sight is Outcome<Sight>.Refused && query.Id is not null)
        {
            return await ExecuteAsync(caller, ask with { AssignedTo = caller.Id }, query, page, ct);
        }

        return await sight.ThenAsync(async seen => await schedules.ListAsync(
            query with
            {
                Now = now,
                System = RoleSystem.Resources,
                Around = seen.Around,
                Within = seen.Within,
                Principals = await PrincipalsAsync(ask, now, ct),
            },
            page, ct));
    }

    private async Task<IReadOnlyCollection<PrincipalId>?> PrincipalsAsync(AroundAsk ask, DateTimeOffset now, CancellationToken ct)
    {
        if (ask.AssignedTo is not { } holder)
        {
            return ask.Principal is { } only ? [only] : null;
        }

        var all = await directory.WithGroupsAsync(holder, now, ct);
        return ask.Principal is { } one ? [.. all.Where(id => id == one)] : all;
    }
}
