using Regent.Core.Assignments;

namespace Regent.Core.Policies;

/// <summary>Tells the settings of a role as the 17 rules of the reference (specification, section 2.3).</summary>
public static class PolicyRules
{
    /// <summary>All rules with all their values, in the order of the reference.</summary>
    public static IReadOnlyList<PolicyRule> Rules(this RolePolicy policy) => [.. PolicyRuleName.All.Select(policy.Rule)];

    /// <summary>One rule with all its values.</summary>
    public static PolicyRule Rule(this RolePolicy policy, PolicyRuleName name) => name.Kind switch
    {
        PolicyRuleKind.Expiration => Expiration(policy, name),
        PolicyRuleKind.Enablement => new PolicyRule.Enablement(name, Enabled(policy, name)),
        PolicyRuleKind.Approval => new PolicyRule.Approval(name, policy.Activation.RequiresApproval, policy.Activation.Approvers),
        PolicyRuleKind.AuthenticationContext => new PolicyRule.AuthenticationContext(
            name, policy.Activation.AuthenticationContext is not null, policy.Activation.AuthenticationContext),
        PolicyRuleKind.Notification => Notification(policy.Notifications.For(name).For(name), name),
    };

    /// <summary>The mails of the event that a notification rule is about.</summary>
    internal static EventNotifications For(this NotificationSettings settings, PolicyRuleName name) => (name.Caller, name.Level) switch
    {
        (PolicyRuleCaller.EndUser, _) => settings.Activation,
        (PolicyRuleCaller.Admin, ScheduleKind.Eligibility) => settings.Eligibility,
        (PolicyRuleCaller.Admin, ScheduleKind.Assignment) => settings.Assignment,
    };

    /// <summary>The mails of an event to those whom a notification rule is about.</summary>
    internal static NotificationRule For(this EventNotifications mails, PolicyRuleName name) => name.Recipient switch
    {
        PolicyRuleRecipient.Requestor => mails.Assignee,
        PolicyRuleRecipient.Approver => mails.Approvers,
        PolicyRuleRecipient.Admin or null => mails.Administrators,
    };

    // An activation always ends.
    private static PolicyRule.Expiration Expiration(RolePolicy policy, PolicyRuleName name) => name.Caller switch
    {
        PolicyRuleCaller.EndUser => new(name, IsRequired: true, policy.Activation.MaximumDuration),
        PolicyRuleCaller.Admin => new(name, !policy.For(name.Level).AllowsPermanent, policy.For(name.Level).MaximumDuration),
    };

    private static IReadOnlyList<EnabledRule> Enabled(RolePolicy policy, PolicyRuleName name)
    {
        var (mfa, justification, ticket) = name.Caller switch
        {
            PolicyRuleCaller.EndUser =>
                (policy.Activation.RequiresMfa, policy.Activation.RequiresJustification, policy.Activation.RequiresTicket),
            PolicyRuleCaller.Admin when policy.For(name.Level) is var settings =>
                (settings.RequiresMfa, settings.RequiresJustification, settings.RequiresTicket),
        };
        return
        [
            .. mfa ? [EnabledRule.MultiFactorAuthentication] : Array.Empty<EnabledRule>(),
            .. justification ? [EnabledRule.Justification] : Array.Empty<EnabledRule>(),
            .. ticket ? [EnabledRule.Ticketing] : Array.Empty<EnabledRule>(),
        ];
    }

    private static PolicyRule.Notification Notification(NotificationRule rule, PolicyRuleName name) =>
        new(name, rule.HasDefaultRecipients, rule.AdditionalRecipients, rule.Level);
}
