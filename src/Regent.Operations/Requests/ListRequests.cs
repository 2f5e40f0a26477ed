using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Lists requests the caller may see, newest first.</summary>
public sealed class ListRequests(IRequestStore requests, PendingExtensions extensions, Authorities authorities, TimeProvider clock)
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
        if (list == RequestList.All && !standing.Authority.MayRead && filter.Principal != caller.Id && filter.CreatedBy != caller.Id)
        {
            return Refusals.MayNotRead;
        }

        if (list == RequestList.ToExtend)
        {
            var waiting = await extensions.DecidableByAsync(standing, ct);
            return new Page<RequestListing>(waiting, Next: null) { Total = waiting.Count };
        }

        var query = list switch
        {
            RequestList.Mine => filter with { Involving = caller.Id },
            RequestList.ToDecide => filter with
            {
                Statuses = filter.Statuses?.Contains(RequestStatus.PendingApproval) == false ? [] : [RequestStatus.PendingApproval],
                DecidableBy = standing.ApproverAt(now),
            },
            _ => filter,
        };
        var found = await requests.ListAsync(query, page, ct);
        return page.WantsTotal ? found with { Total = await requests.CountAsync(query, ct) } : found;
    }
}
