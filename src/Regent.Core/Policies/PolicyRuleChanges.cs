using System.Diagnostics;
using Regent.Core.Assignments;

namespace Regent.Core.Policies;

/// <summary>Lays rules that somebody wants over the settings of a role. What they do not say stays.</summary>
public static class PolicyRuleChanges
{
    /// <summary>The settings with these rules, or everything that is wrong with them; each refusal names the rule and its member.</summary>
    public static Outcome<RolePolicy> With(this RolePolicy policy, IReadOnlyCollection<PolicyRule> changes) =>
        policy.With(changes, changed => changed.CheckApprovers());

    /// <summary>
    /// The settings with rules that another system kept. Nobody need be named to approve: approval that was demanded there stays
    /// demanded, and where nobody is left to name, administrators decide.
    /// </summary>
    public static Outcome<RolePolicy> TakeOver(this RolePolicy policy, IReadOnlyCollection<PolicyRule> changes) =>
        policy.With(changes, _ => []);

    private static Outcome<RolePolicy> With(
        this RolePolicy policy, IReadOnlyCollection<PolicyRule> changes, Func<RolePolicy, IReadOnlyList<Refusal>> checkApprovers)
    {
        var changed = changes.Aggregate(policy, With);
        Refusal[] problems =
        [
            .. changes.CountBy(change => change.Name).Where(named => named.Value > 1).Select(named => Wrong(named.Key, "id", "This rule is given more than once.")),
            .. changes.SelectMany(change => ProblemsOf(policy, changed, change)),
            .. changed.Activation.Check(),
            .. checkApprovers(changed),
        ];
        return problems.Length > 0 ? problems : changed;
    }

    private static RolePolicy With(RolePolicy policy, PolicyRule change) => change switch
    {
        PolicyRule.Expiration { Name.Caller: PolicyRuleCaller.EndUser } rule => policy with
        {
            Activation = policy.Activation with { MaximumDuration = rule.MaximumDuration ?? policy.Activation.MaximumDuration },
        },
        PolicyRule.Expiration rule => policy.With(rule.Name.Level, settings => settings with
        {
            AllowsPermanent = !rule.IsRequired ?? settings.AllowsPermanent,
            MaximumDuration = rule.MaximumDuration ?? settings.MaximumDuration,
        }),
        PolicyRule.Enablement { Enabled: null } => policy,
        PolicyRule.Enablement rule => With(policy, rule, rule.Enabled),
        PolicyRule.Approval rule => policy with
        {
            Activation = policy.Activation with
            {
                RequiresApproval = rule.IsRequired ?? policy.Activation.RequiresApproval,
                Approvers = rule.Approvers ?? policy.Activation.Approvers,
            },
        },
        PolicyRule.AuthenticationContext rule => policy with { Activation = With(policy.Activation, rule) },
        PolicyRule.Notification rule => policy with { Notifications = With(policy.Notifications, rule) },
        _ => throw new UnreachableException(),
    };

    private static RolePolicy With(this RolePolicy policy, ScheduleKind kind, Func<AssignmentSettings, AssignmentSettings> change) => kind switch
    {
        ScheduleKind.Eligibility => policy with { Eligibility = change(policy.Eligibility) },
        ScheduleKind.Assignment => policy with { Assignment = change(policy.Assignment) },
    };

    private static RolePolicy With(RolePolicy policy, PolicyRule.Enablement rule, IReadOnlyList<EnabledRule> enabled)
    {
        var (mfa, justification, ticket) = (
            enabled.Contains(EnabledRule.MultiFactorAuthentication), enabled.Contains(EnabledRule.Justification), enabled.Contains(EnabledRule.Ticketing));
        return rule.Name.Caller == PolicyRuleCaller.EndUser
            ? policy with
            {
                Activation = policy.Activation with { RequiresMfa = mfa, RequiresJustification = justification, RequiresTicket = ticket },
            }
            : policy.With(rule.Name.Level, settings => settings with
            {
                RequiresMfa = mfa,
                RequiresJustification = justification,
                RequiresTicket = ticket,
            });
    }

    // One that is demanded and not named is as wrong as one with a wrong name.
    private static ActivationSettings With(ActivationSettings settings, PolicyRule.AuthenticationContext rule) => settings with
    {
        AuthenticationContext = rule.IsEnabled ?? settings.AuthenticationContext is not null
            ? rule.ClaimValue ?? settings.AuthenticationContext ?? ""
            : null,
    };

    private static NotificationSettings With(NotificationSettings settings, PolicyRule.Notification rule)
    {
        var mails = With(settings.For(rule.Name), rule);
        return (rule.Name.Caller, rule.Name.Level) switch
        {
            (PolicyRuleCaller.EndUser, _) => settings with { Activation = mails },
            (PolicyRuleCaller.Admin, ScheduleKind.Eligibility) => settings with { Eligibility = mails },
            (PolicyRuleCaller.Admin, ScheduleKind.Assignment) => settings with { Assignment = mails },
        };
    }

    private static EventNotifications With(EventNotifications mails, PolicyRule.Notification rule)
    {
        var before = mails.For(rule.Name);
        var after = new NotificationRule
        {
            HasDefaultRecipients = rule.HasDefaultRecipients ?? before.HasDefaultRecipients,
            AdditionalRecipients = rule.AdditionalRecipients ?? before.AdditionalRecipients,
            Level = rule.Level ?? before.Level,
        };
        return rule.Name.Recipient switch
        {
            PolicyRuleRecipient.Requestor => mails with { Assignee = after },
            PolicyRuleRecipient.Approver => mails with { Approvers = after },
            PolicyRuleRecipient.Admin or null => mails with { Administrators = after },
        };
    }

    private static IEnumerable<Refusal> ProblemsOf(RolePolicy before, RolePolicy after, PolicyRule change) => change switch
    {
        PolicyRule.Expiration { Name.Caller: PolicyRuleCaller.EndUser, IsRequired: false } =>
            [Wrong(change.Name, "isExpirationRequired", "An activation always ends. Say for how long at most.")],
        PolicyRule.Expiration { Name.Caller: PolicyRuleCaller.Admin } =>
            after.For(change.Name.Level).Check().Select(problem => problem with { Target = change.Name.Member("maximumDuration") }),
        PolicyRule.AuthenticationContext { IsEnabled: null, ClaimValue: not null } when before.Activation.AuthenticationContext is null =>
            [Wrong(change.Name, "isEnabled", "No authentication context is demanded. Enable the rule together with its context.")],
        PolicyRule.Notification => after.Notifications.For(change.Name).For(change.Name).Check()
            .Select(problem => problem with { Target = change.Name.Member("notificationRecipients") }),
        _ => [],
    };

    private static Refusal Wrong(PolicyRuleName rule, string member, string message) =>
        new(RefusalCode.InvalidPolicy, message) { Target = rule.Member(member) };
}
