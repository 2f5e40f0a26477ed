using System.Text.Json.Serialization;
using Regent.Api.OData;
using Regent.Core.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>Who is written to.</summary>
[Entity("unifiedRoleManagementPolicyNotificationRule")]
internal sealed record NotificationRuleContract(
    string NotificationType, string? RecipientType, string? NotificationLevel, bool? IsDefaultRecipientsEnabled,
    IReadOnlyList<string> NotificationRecipients) : RuleContract
{
    internal NotificationRuleContract(PolicyRule.Notification rule)
        : this("Email", rule.Name.Recipient.ToString(), rule.Level.ToString(), rule.HasDefaultRecipients, rule.AdditionalRecipients ?? [])
    {
    }

    [JsonIgnore]
    protected override PolicyRuleKind Kind => PolicyRuleKind.Notification;
}
