using Regent.Api.OData;
using Regent.Core.Policies;

namespace Regent.Api.Arm.Policies;

/// <summary>Rules about who is written to.</summary>
internal static class NotificationRules
{
    /// <param name="policy">The settings.</param>
    /// <param name="rule">The rule that was sent.</param>
    /// <param name="id">Its id in parts: <c>NOTIFICATION</c>, the recipient, the caller, the level.</param>
    /// <param name="member">Where it stands.</param>
    public static Reading<RolePolicy> Take(RolePolicy policy, RuleBody rule, string[] id, string member)
    {
        var mails = policy.Notifications;
        return id switch
        {
            [_, var recipient, "ADMIN", "ELIGIBILITY"] => Take(mails.Eligibility, rule, recipient, member)
                .Then<RolePolicy>(so => policy with { Notifications = mails with { Eligibility = so } }),
            [_, var recipient, "ADMIN", "ASSIGNMENT"] => Take(mails.Assignment, rule, recipient, member)
                .Then<RolePolicy>(so => policy with { Notifications = mails with { Assignment = so } }),
            [_, var recipient, "ENDUSER", "ASSIGNMENT"] => Take(mails.Activation, rule, recipient, member)
                .Then<RolePolicy>(so => policy with { Notifications = mails with { Activation = so } }),
            _ => Unknown(rule, member),
        };
    }

    private static Reading<EventNotifications> Take(EventNotifications mails, RuleBody rule, string recipient, string member) => recipient switch
    {
        "ADMIN" => Take(mails.Administrators, rule, member).Then<EventNotifications>(so => mails with { Administrators = so }),
        "REQUESTOR" => Take(mails.Assignee, rule, member).Then<EventNotifications>(so => mails with { Assignee = so }),
        "APPROVER" => Take(mails.Approvers, rule, member).Then<EventNotifications>(so => mails with { Approvers = so }),
        _ => Unknown(rule, member),
    };

    private static Reading<NotificationRule> Take(NotificationRule before, RuleBody rule, string member)
    {
        var after = before with
        {
            HasDefaultRecipients = rule.IsDefaultRecipientsEnabled ?? before.HasDefaultRecipients,
            AdditionalRecipients = rule.NotificationRecipients is { } sent ? [.. sent.Select(address => address ?? "")] : before.AdditionalRecipients,
        };
        return rule.NotificationLevel switch
        {
            null => after,
            var text when Enum.GetNames<NotificationLevel>().Contains(text, StringComparer.OrdinalIgnoreCase) =>
                after with { Level = Enum.Parse<NotificationLevel>(text, ignoreCase: true) },
            var text => RuleReader.Wrong($"{member}.notificationLevel", $"'{text}' is none of All, Critical and None."),
        };
    }

    private static Flaw Unknown(RuleBody rule, string member) => RuleReader.Wrong($"{member}.id", $"'{rule.Id}' is the id of no rule.");
}
