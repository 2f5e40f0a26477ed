using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Api.Arm.Policies;

/// <summary>Writes the settings of a role as its seventeen rules, in their usual order (specification of the API, section 3.8).</summary>
internal static class RuleWriter
{
    public static IReadOnlyList<RuleContract> Write(RolePolicy policy, IReadOnlyList<Principal> approvers) =>
    [
        .. Given(policy.Eligibility, policy.Notifications.Eligibility, RuleIds.Eligibility),
        .. Given(policy.Assignment, policy.Notifications.Assignment, RuleIds.Assignment),
        Rule(RuleIds.Approval, RuleContract.OfApproval, RuleIds.EndUser, RuleIds.Assignment) with
        {
            Setting = ApprovalSettingContract.Of(policy.Activation, approvers),
        },
        Rule(RuleIds.AuthenticationContext, RuleContract.OfContext, RuleIds.EndUser, RuleIds.Assignment) with
        {
            IsEnabled = policy.Activation.AuthenticationContext is not null,
            ClaimValue = policy.Activation.AuthenticationContext ?? "",
        },
        Enablement(
            RuleIds.EndUser, RuleIds.Assignment, policy.Activation.RequiresMfa, policy.Activation.RequiresJustification, policy.Activation.RequiresTicket),
        Expiration(RuleIds.EndUser, RuleIds.Assignment, isRequired: true, policy.Activation.MaximumDuration),
        .. Notifications(policy.Notifications.Activation, RuleIds.EndUser, RuleIds.Assignment),
    ];

    private static IEnumerable<RuleContract> Given(AssignmentSettings settings, EventNotifications mails, string level) =>
    [
        Enablement(RuleIds.Admin, level, settings.RequiresMfa, settings.RequiresJustification, settings.RequiresTicket),
        Expiration(RuleIds.Admin, level, !settings.AllowsPermanent, settings.MaximumDuration),
        .. Notifications(mails, RuleIds.Admin, level),
    ];

    private static RuleContract Enablement(string caller, string level, bool mfa, bool justification, bool ticket) =>
        Rule(RuleIds.Enablement(caller, level), RuleContract.OfEnablement, caller, level) with
        {
            EnabledRules =
            [
                .. Where(mfa, EnablementNames.Mfa), .. Where(justification, EnablementNames.Justification), .. Where(ticket, EnablementNames.Ticketing),
            ],
        };

    private static RuleContract Expiration(string caller, string level, bool isRequired, TimeSpan longest) =>
        Rule(RuleIds.Expiration(caller, level), RuleContract.OfExpiration, caller, level) with
        {
            IsExpirationRequired = isRequired,
            MaximumDuration = longest,
        };

    private static IEnumerable<RuleContract> Notifications(EventNotifications mails, string caller, string level) =>
    [
        Notification(mails.Administrators, RuleIds.Admin, caller, level),
        Notification(mails.Assignee, RuleIds.Requestor, caller, level),
        Notification(mails.Approvers, RuleIds.Approver, caller, level),
    ];

    private static RuleContract Notification(NotificationRule rule, string recipient, string caller, string level) =>
        Rule(RuleIds.Notification(recipient, caller, level), RuleContract.OfNotification, caller, level) with
        {
            NotificationType = "Email",
            RecipientType = recipient,
            NotificationLevel = rule.Level.ToString(),
            IsDefaultRecipientsEnabled = rule.HasDefaultRecipients,
            NotificationRecipients = rule.AdditionalRecipients,
        };

    private static RuleContract Rule(string id, string type, string caller, string level) =>
        new(id, type, new RuleContract.TargetContract(caller, level));

    private static IEnumerable<string> Where(bool isSo, string name) => isSo ? [name] : [];
}
