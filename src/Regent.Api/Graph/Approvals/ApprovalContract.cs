using Regent.Api.OData;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Approvals;

/// <summary>The agreement a request waits or waited for (specification of the API, section 2.5). Its id is that of the request.</summary>
[Entity("approval")]
internal sealed record ApprovalContract(string Id, IReadOnlyList<ApprovalStepContract> Steps)
{
    public static ApprovalContract Of(RequestStory story) =>
        new(story.Listing.Request.Id.ToString(), [ApprovalStepContract.Of(story)]);
}
