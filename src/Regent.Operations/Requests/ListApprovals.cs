using Regent.Core;
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
        await (await list.ExecuteAsync(caller, ask, filter with { AskedApproval = true }, page, ct)).ThenAsync(
            found => found.SeenByAsync(caller, _ => ask.AsApprover, directory, ct));
}
