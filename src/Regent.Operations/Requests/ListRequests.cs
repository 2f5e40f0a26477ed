using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Lists requests the caller may see.</summary>
public sealed class ListRequests(
    IRequestStore requests, PendingExtensions extensions, ReadableLists readable, Authorities authorities, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="list">Whose requests.</param>
    /// <param name="filter">What else they must meet; whom they involve is decided by <paramref name="list"/>.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Page<RequestListing>>> ExecuteAsync(
        Caller caller, RequestList list, RequestQuery filter, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var standing = await authorities.StandingOfAsync(caller, now, ct);
        if (list == RequestList.ToExtend)
        {
            var waiting = await extensions.DecidableByAsync(standing, ct);
            return new Page<RequestListing>(waiting, Next: null) { Total = waiting.Count };
        }

        if (list == RequestList.All)
        {
            var isOwn = filter.Principal == caller.Id || filter.CreatedBy == caller.Id;
            var reach = await readable.ForAsync(standing, filter.System, filter.Scope, isOwn, ct);
            return await reach.ThenAsync(seen => ListAsync(filter with { Within = seen }, page, ct));
        }

        return await ListAsync(list == RequestList.Mine ? filter with { Involving = caller.Id } : Decidable(standing, filter, now), page, ct);
    }

    private static RequestQuery Decidable(Standing who, RequestQuery filter, DateTimeOffset now) => filter with
    {
        Statuses = filter.Statuses?.Contains(RequestStatus.PendingApproval) == false ? [] : [RequestStatus.PendingApproval],
        DecidableBy = who.ApproverAt(now),
    };

    private async Task<Page<RequestListing>> ListAsync(RequestQuery query, PageAsk page, CancellationToken ct)
    {
        var found = await requests.ListAsync(query, page, ct);
        return page.WantsTotal ? found with { Total = await requests.CountAsync(query, ct) } : found;
    }
}
