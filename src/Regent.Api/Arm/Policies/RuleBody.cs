namespace Regent.Api.Arm.Policies;

/// <summary>A rule as it is sent: what is left out stays as it is. What it does not know it leaves aside.</summary>
internal sealed record RuleBody
{
    public string? Id { get; init; }

    public string? RuleType { get; init; }

    public bool? IsExpirationRequired { get; init; }

    public string? MaximumDuration { get; init; }

    public IReadOnlyList<string?>? EnabledRules { get; init; }

    public SettingBody? Setting { get; init; }

    public bool? IsEnabled { get; init; }

    public string? ClaimValue { get; init; }

    public string? NotificationLevel { get; init; }

    public bool? IsDefaultRecipientsEnabled { get; init; }

    public IReadOnlyList<string?>? NotificationRecipients { get; init; }

    internal sealed record SettingBody(bool? IsApprovalRequired, IReadOnlyList<StageBody?>? ApprovalStages);

    internal sealed record StageBody(IReadOnlyList<ApproverBody?>? PrimaryApprovers, bool? IsEscalationEnabled);

    internal sealed record ApproverBody(string? Id);
}
