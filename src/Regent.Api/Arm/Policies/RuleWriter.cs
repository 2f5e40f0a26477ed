using System.Diagnostics;
using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Api.Arm.Policies;

/// <summary>Writes the rules of a policy.</summary>
internal static class RuleWriter
{
    public static IReadOnlyList<RuleContract> Write(RolePolicy policy, IReadOnlyList<Principal> approvers) =>
        [.. policy.Rules().Select(rule => Write(rule, policy, approvers))];

    private static RuleContract Write(PolicyRule rule, RolePolicy policy, IReadOnlyList<Principal> approvers)
    {
        var contract = RuleContract.Of(rule.Name);
        return rule switch
        {
            PolicyRule.Expiration expiration => contract with
            {
                IsExpirationRequired = expiration.IsRequired,
                MaximumDuration = expiration.MaximumDuration,
            },
            PolicyRule.Enablement enablement => contract with { EnabledRules = [.. enablement.Enabled!.Select(enabled => enabled.ToString())] },
            PolicyRule.Approval => contract with { Setting = ApprovalSettingContract.Of(policy.Activation, approvers) },
            PolicyRule.AuthenticationContext context => contract with { IsEnabled = context.IsEnabled, ClaimValue = context.ClaimValue ?? "" },
            PolicyRule.Notification mails => contract with
            {
                NotificationType = "Email",
                RecipientType = mails.Name.Recipient.ToString(),
                NotificationLevel = mails.Level.ToString(),
                IsDefaultRecipientsEnabled = mails.HasDefaultRecipients,
                NotificationRecipients = mails.AdditionalRecipients,
            },
            _ => throw new UnreachableException(),
        };
    }
}
