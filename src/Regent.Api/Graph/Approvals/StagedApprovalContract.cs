using Regent.Api.OData;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Approvals;

/// <summary>The agreement a request waits or waited for, in stages, as steps are called in v1.0 (specification of the API, section 2.5).</summary>
[Entity("approval")]
internal sealed record StagedApprovalContract(string Id, IReadOnlyList<ApprovalStepContract> Stages)
{
    /// <summary>The same by the other name.</summary>
    [OnDemand]
    public IReadOnlyList<ApprovalStepContract> Steps => Stages;

    public static StagedApprovalContract Of(RequestApproval approval) =>
        new(approval.Listing.Request.Id.ToString(), [ApprovalStepContract.Of(approval)]);
}
