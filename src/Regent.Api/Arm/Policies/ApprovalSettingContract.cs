using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Api.Arm.Policies;

/// <summary>Whether and by whom activations are approved, always in one stage.</summary>
internal sealed record ApprovalSettingContract(bool IsApprovalRequired, IReadOnlyList<ApprovalSettingContract.StageContract> ApprovalStages)
{
    public bool IsApprovalRequiredForExtension { get; }

    public bool IsRequestorJustificationRequired { get; init; } = true;

    public string ApprovalMode { get; } = "SingleStage";

    public static ApprovalSettingContract Of(ActivationSettings settings, IReadOnlyList<Principal> approvers) => new(
        settings.RequiresApproval,
        [
            new StageContract([.. settings.Approvers.Select(id => Approver(id, approvers.FirstOrDefault(one => one.Id == id)))]),
        ])
    {
        IsRequestorJustificationRequired = settings.RequiresJustification,
    };

    private static UserSetContract Approver(PrincipalId id, Principal? known) => new(
        id.ToString(), known?.DisplayName ?? "", known?.Kind == PrincipalKind.Group ? "Group" : "User");

    internal sealed record StageContract(IReadOnlyList<UserSetContract> PrimaryApprovers)
    {
        public int ApprovalStageTimeOutInDays { get; } = 1;

        public bool IsApproverJustificationRequired { get; } = true;

        public int EscalationTimeInMinutes { get; }

        public bool IsEscalationEnabled { get; }

        public IReadOnlyList<UserSetContract> EscalationApprovers { get; } = [];
    }

    internal sealed record UserSetContract(string Id, string Description, string UserType)
    {
        public bool IsBackup { get; }
    }
}
