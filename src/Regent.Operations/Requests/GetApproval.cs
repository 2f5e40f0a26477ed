using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>The agreement a request waits or waited for, for those who may see the request.</summary>
public sealed class GetApproval(GetRequest get, IDirectory directory)
{
    public async Task<Outcome<RequestApproval>> ExecuteAsync(Caller caller, RequestId id, CancellationToken ct) =>
        await (await get.ExecuteAsync(caller, id, ct)).ThenAsync<RequestStory, RequestApproval>(async story =>
        {
            var approval = story.Listing.Request.Approval;
            if (approval?.ExpiresAt is null)
            {
                return Refusals.UnknownRequest;
            }

            var reviewer = approval.Decision is { } decision ? await directory.FindAsync(decision.By, ct) : null;
            return new RequestApproval(story.Listing, story.MayDecide || approval.Decision?.By == caller.Id, reviewer);
        });
}
