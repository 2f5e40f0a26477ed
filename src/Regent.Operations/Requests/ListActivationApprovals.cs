using Regent.Core;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>The agreements that activations, and extensions of running ones, wait or waited for, newest first.</summary>
public sealed class ListActivationApprovals(
    ListRequests list, IPolicyStore policies, IDirectory directory, Approvers approvers, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="whose">Whose requests.</param>
    /// <param name="filter">What else they must meet.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Page<RequestApproval>>> ExecuteAsync(
        Caller caller, RequestList whose, RequestQuery filter, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await list.ExecuteAsync(caller, whose, filter with { AskedApproval = true }, page, ct)).ThenAsync(async found =>
        {
            var mine = await DecidableAsync(caller, found.Items, now, ct);
            return await found.SeenByAsync(caller, one => mine.Contains(one.Request.Id), directory, ct);
        });
    }

    // Many requests wait for the same few approvers: each role at each scope is looked at once.
    private async Task<IReadOnlySet<RequestId>> DecidableAsync(
        Caller caller, IReadOnlyList<RequestListing> listings, DateTimeOffset now, CancellationToken ct)
    {
        var mine = new HashSet<RequestId>();
        var waiting = listings.Select(one => one.Request)
            .Where(request => request.IsPending && !request.Concerns(caller.Id) && request.Approval?.ExpiresAt > now);
        foreach (var same in waiting.GroupBy(request => (request.Role, request.Scope.PolicyScope)))
        {
            if (await DecidesAsync(caller, same.Key.Role, same.Key.PolicyScope, now, ct))
            {
                mine.UnionWith(same.Select(request => request.Id));
            }
        }

        return mine;
    }

    private async Task<bool> DecidesAsync(Caller caller, RoleDefinitionId role, Scope scope, DateTimeOffset now, CancellationToken ct)
    {
        var policy = await policies.GetAsync(role, scope, ct);
        return (await approvers.OfAsync(policy.Activation, now, ct)).Any(person => person.Id == caller.Id);
    }
}
