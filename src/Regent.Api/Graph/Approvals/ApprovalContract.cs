using Regent.Api.OData;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Approvals;

/// <summary>The agreement a request waits or waited for, in steps (specification of the API, section 2.5). Its id is that of the request.</summary>
[Entity("approval")]
internal sealed record ApprovalContract(string Id, IReadOnlyList<ApprovalStepContract> Steps)
{
    /// <summary>The same by the other name.</summary>
    [OnDemand]
    public IReadOnlyList<ApprovalStepContract> Stages => Steps;

    public static ApprovalContract Of(RequestApproval approval) =>
        new(approval.Listing.Request.Id.ToString(), [ApprovalStepContract.Of(approval)]);
}
