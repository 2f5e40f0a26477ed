using System.Text.Json.Serialization;

namespace Regent.Api.Rules;

/// <summary>
/// A rule of a policy as it is sent, of whatever kind, in the words that Graph and Azure Resource Manager share. Every value may be
/// missing or wrong. What it does not know it leaves aside, and so the target: it belongs to the rule, and clients are known to send
/// another rule's.
/// </summary>
internal sealed record RuleBody
{
    public string? Id { get; init; }

    /// <summary>Of which type it says it is, in Graph's words.</summary>
    [JsonPropertyName("@odata.type")]
    public string? ODataType { get; init; }

    /// <summary>The same in the words of Azure Resource Manager.</summary>
    public string? RuleType { get; init; }

    [JsonConverter(typeof(SwitchConverter))]
    public bool? IsExpirationRequired { get; init; }

    public string? MaximumDuration { get; init; }

    public IReadOnlyList<string?>? EnabledRules { get; init; }

    public ApprovalBody? Setting { get; init; }

    [JsonConverter(typeof(SwitchConverter))]
    public bool? IsEnabled { get; init; }

    public string? ClaimValue { get; init; }

    public string? NotificationType { get; init; }

    public string? RecipientType { get; init; }

    public string? NotificationLevel { get; init; }

    [JsonConverter(typeof(SwitchConverter))]
    public bool? IsDefaultRecipientsEnabled { get; init; }

    public IReadOnlyList<string?>? NotificationRecipients { get; init; }

    /// <summary>Whether somebody must agree, and who.</summary>
    internal sealed record ApprovalBody
    {
        [JsonConverter(typeof(SwitchConverter))]
        public bool? IsApprovalRequired { get; init; }

        public string? ApprovalMode { get; init; }

        public IReadOnlyList<StageBody?>? ApprovalStages { get; init; }
    }

    internal sealed record StageBody(IReadOnlyList<ApproverBody?>? PrimaryApprovers);

    /// <summary>A user or a group, named in one of the ways there are.</summary>
    internal sealed record ApproverBody(string? UserId, string? GroupId, string? Id);
}
