using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Shows the agreements of a stretch of requests to somebody, with the names of those who decided.</summary>
internal static class RequestApprovals
{
    /// <param name="found">The requests.</param>
    /// <param name="caller">Who sees them.</param>
    /// <param name="mayDecide">Whether one is theirs to decide.</param>
    /// <param name="directory">Knows the names.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<Page<RequestApproval>> SeenByAsync(
        this Page<RequestListing> found, Caller caller, Func<RequestListing, bool> mayDecide, IDirectory directory, CancellationToken ct)
    {
        PrincipalId[] deciders = [.. found.Items.Select(DeciderOf).OfType<PrincipalId>().Distinct()];
        var people = await directory.FindManyAsync(deciders, ct);
        return new Page<RequestApproval>(
            [
                .. found.Items.Select(one => new RequestApproval(
                    one, mayDecide(one) || DeciderOf(one) == caller.Id, DeciderOf(one) is { } by ? people.GetValueOrDefault(by) : null)),
            ],
            found.Next)
        {
            Total = found.Total,
        };
    }

    private static PrincipalId? DeciderOf(RequestListing listing) => listing.Request.Approval?.Decision?.By;
}
