using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Approvals;

/// <summary>Finds approvals for whom they concern.</summary>
internal static class ApprovalLookup
{
    /// <summary>The approval by this id in a role system; null when there is none for the caller.</summary>
    public static async Task<RequestApproval?> ApprovalAsync(
        this GraphCall call, string id, RoleSystem system, GetApproval get, CancellationToken ct) =>
        Guid.TryParseExact(id, "D", out var request)
        && await get.ExecuteAsync(call.Caller, new RequestId(request), ct) is Outcome<RequestApproval>.Done(var approval)
        && approval.Listing.Request.Scope.System == system
            ? approval
            : null;

    /// <summary>Refuses to order or to filter: whose approvals are wanted is said by the address, and they come newest first.</summary>
    public static Reading<ODataQuery> InOrder(ODataQuery asked) => asked switch
    {
        { Order: { } order } => order.Unsupported,
        { Filter: [var term, ..] } => term.Unsupported,
        _ => asked,
    };
}
