using System.Text.Json.Serialization;
using Regent.Core.Principals;
using Regent.Core.Requests;

namespace Regent.Api.Arm.Approvals;

/// <summary>The one stage of an approval (specification of the API, section 3.4).</summary>
internal sealed record StageProperties
{
    public string DisplayName { get; } = "Approval";

    public required bool AssignedToMe { get; init; }

    public required string Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ReviewerContract? ReviewedBy { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DateTimeOffset? ReviewedDateTime { get; init; }

    public required string ReviewResult { get; init; }

    public required string Justification { get; init; }

    /// <param name="request">The request.</param>
    /// <param name="isMine">Whether it is the caller's to decide, or was.</param>
    /// <param name="reviewer">Who decided; null when nobody did, or nobody knows their name any more.</param>
    public static StageProperties Of(ScheduleRequest request, bool isMine, Principal? reviewer)
    {
        var decision = request.Approval?.Decision;
        return new StageProperties
        {
            AssignedToMe = isMine,
            Status = request.Status switch
            {
                RequestStatus.PendingApproval => "InProgress",
                RequestStatus.TimedOut => "Expired",
                _ => "Completed",
            },
            ReviewedBy = decision is null ? null : ReviewerContract.Of(decision.By, reviewer),
            ReviewedDateTime = decision?.At,
            ReviewResult = decision switch
            {
                null => "NotReviewed",
                { Approved: true } => "Approve",
                { Approved: false } => "Deny",
            },
            Justification = decision?.Justification ?? "",
        };
    }

    internal sealed record ReviewerContract(string PrincipalId, string PrincipalType, string? PrincipalName, string? UserPrincipalName)
    {
        public static ReviewerContract Of(PrincipalId id, Principal? person) =>
            new(id.ToString(), "user", person?.DisplayName, person?.UserPrincipalName?.Value);
    }
}
