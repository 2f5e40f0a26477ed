using Regent.Core;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Requests about resource roles around a place, newest first: everybody's for those who see it, and those that concern the caller for each.</summary>
public sealed class ListRequestsAround(IRequestStore requests, IDirectory directory, Sights sights, Authorities authorities, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="ask">Whose, and around which place.</param>
    /// <param name="filter">What else they must meet.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Page<RequestListing>>> ExecuteAsync(
        Caller caller, RequestsAroundAsk ask, RequestQuery filter, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var standing = await authorities.StandingOfAsync(caller, now, ct);
        var own = ask.AsTarget || ask.AsRequestor || ask.AsApprover || ask.AssignedTo == caller.Id || filter.Principal == caller.Id;
        var sight = await sights.OfAsync(standing.Authority, ask.Scope, ask.AndBelow, own, ct);
        return await sight.ThenAsync(async seen =>
        {
            var around = filter with { System = RoleSystem.Resources, Around = seen.Around, Within = seen.Within };
            return await requests.ListAsync(await NarrowAsync(around, ask, standing, now, ct), page, ct);
        });
    }

    private async Task<RequestQuery> NarrowAsync(
        RequestQuery query, RequestsAroundAsk ask, Standing standing, DateTimeOffset now, CancellationToken ct)
    {
        var narrow = ask.AssignedTo is { } holder ? query with { Principals = await directory.WithGroupsAsync(holder, now, ct) } : query;
        narrow = ask.AsTarget ? narrow with { Principals = [.. (narrow.Principals ?? [standing.Id]).Where(id => id == standing.Id)] } : narrow;
        narrow = ask.AsRequestor ? narrow with { CreatedBy = standing.Id } : narrow;
        return ask.AsApprover
            ? narrow with
            {
                Statuses = narrow.Statuses?.Contains(RequestStatus.PendingApproval) == false ? [] : [RequestStatus.PendingApproval],
                DecidableBy = standing.ApproverAt(now),
            }
            : narrow;
    }
}
