using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;

namespace Regent.Api.Graph.Policies;

/// <summary>How somebody must agree (specification of the API, section 2.6). All but whether and who is fixed, and told as it is.</summary>
internal sealed record ApprovalSettingsContract
{
    public required bool? IsApprovalRequired { get; init; }

    public bool IsApprovalRequiredForExtension { get; init; }

    public bool IsRequestorJustificationRequired { get; init; } = true;

    public string ApprovalMode { get; init; } = "SingleStage";

    public required IReadOnlyList<Stage> ApprovalStages { get; init; }

    public static ApprovalSettingsContract Of(PolicyRule.Approval rule, IReadOnlyList<Principal> approvers) => new()
    {
        IsApprovalRequired = rule.IsRequired,
        ApprovalStages = [new Stage { PrimaryApprovers = [.. approvers.Select(SubjectSetContract.Of)] }],
    };

    /// <summary>The one stage: the first decision counts.</summary>
    internal sealed record Stage
    {
        public int ApprovalStageTimeOutInDays { get; init; } = (int)Approval.Window.TotalDays;

        public bool IsApproverJustificationRequired { get; init; } = true;

        public int EscalationTimeInMinutes { get; init; }

        public bool IsEscalationEnabled { get; init; }

        public required IReadOnlyList<SubjectSetContract> PrimaryApprovers { get; init; }

        public IReadOnlyList<SubjectSetContract> EscalationApprovers { get; init; } = [];
    }
}
