using Regent.Core;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>The agreements that requests about resource roles around a place wait or waited for, newest first.</summary>
public sealed class ListApprovals(ListRequestsAround list, IDirectory directory)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="ask">Whose, and around which place.</param>
    /// <param name="filter">What else they must meet.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Page<RequestApproval>>> ExecuteAsync(
        Caller caller, RequestsAroundAsk ask, RequestQuery filter, PageAsk page, CancellationToken ct) =>
        await (await list.ExecuteAsync(caller, ask, filter with { AskedApproval = true }, page, ct)).ThenAsync(async found =>
        {
            PrincipalId[] deciders = [.. found.Items.Select(one => one.Request.Approval?.Decision?.By).OfType<PrincipalId>().Distinct()];
            var people = await directory.FindManyAsync(deciders, ct);
            return new Page<RequestApproval>(
                [.. found.Items.Select(one => Seen(caller, one, ask.AsApprover, people))], found.Next);
        });

    private static RequestApproval Seen(
        Caller caller, RequestListing listing, bool toDecide, IReadOnlyDictionary<PrincipalId, Principal> people)
    {
        var by = listing.Request.Approval?.Decision?.By;
        return new RequestApproval(listing, toDecide || by == caller.Id, by is { } decider ? people.GetValueOrDefault(decider) : null);
    }
}
