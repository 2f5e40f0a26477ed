using Regent.Api.Graph.Contracts;
using Regent.Api.OData;
using Regent.Core.Requests;
using Regent.Operations.Requests;

namespace Regent.Api.Graph.Approvals;

/// <summary>The one step of an approval. Its id is that of the approval.</summary>
[Entity("approvalStep")]
internal sealed record ApprovalStepContract
{
    public required string Id { get; init; }

    public string? DisplayName { get; init; }

    public required DateTimeOffset? ReviewedDateTime { get; init; }

    public required string ReviewResult { get; init; }

    public required string Status { get; init; }

    public required bool AssignedToMe { get; init; }

    public required string Justification { get; init; }

    public required IdentityContract? ReviewedBy { get; init; }

    public static ApprovalStepContract Of(RequestApproval approval)
    {
        var request = approval.Listing.Request;
        var decision = request.Approval?.Decision;
        return new ApprovalStepContract
        {
            Id = request.Id.ToString(),
            ReviewedDateTime = decision?.At,
            ReviewResult = decision switch
            {
                null => "NotReviewed",
                { Approved: true } => "Approve",
                { Approved: false } => "Deny",
            },
            Status = request.Status switch
            {
                RequestStatus.PendingApproval => "InProgress",
                RequestStatus.TimedOut => "Expired",
                _ => "Completed",
            },
            AssignedToMe = approval.IsMine && decision is null,
            Justification = decision?.Justification ?? "",
            ReviewedBy = decision is null
                ? null
                : new IdentityContract(approval.Reviewer?.DisplayName, decision.By.ToString())
                {
                    UserPrincipalName = approval.Reviewer?.UserPrincipalName?.Value,
                },
        };
    }
}
