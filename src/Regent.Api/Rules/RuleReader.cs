using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Api.Rules;

/// <summary>Makes a rule of what was sent, or says everything that is wrong with it, each with the rule and its member.</summary>
internal static class RuleReader
{
    /// <param name="body">What was sent.</param>
    /// <param name="name">Which rule it is about.</param>
    public static Outcome<PolicyRule> Read(RuleBody body, PolicyRuleName name)
    {
        var rule = new RuleReading(name);
        var read = name.Kind switch
        {
            PolicyRuleKind.Expiration => new PolicyRule.Expiration(name, body.IsExpirationRequired, Duration(body, rule)),
            PolicyRuleKind.Enablement => new PolicyRule.Enablement(name, Enabled(body.EnabledRules, rule)),
            PolicyRuleKind.Approval => Approval(body.Setting, rule),
            PolicyRuleKind.AuthenticationContext => new PolicyRule.AuthenticationContext(
                name, body.IsEnabled, body.ClaimValue?.ToLowerInvariant()),
            PolicyRuleKind.Notification => (PolicyRule)Notification(body, rule),
        };
        return rule.Problems.Count > 0 ? rule.Problems.ToArray() : read;
    }

    private static TimeSpan? Duration(RuleBody body, RuleReading rule) => WireDuration.Read(body.MaximumDuration, "maximumDuration") switch
    {
        Reading<TimeSpan?>.Good(var duration) => duration,
        Reading<TimeSpan?>.Bad(var flaw) => rule.Wrong<TimeSpan>("maximumDuration", flaw.Message),
        _ => null,
    };

    private static IReadOnlyList<EnabledRule>? Enabled(IReadOnlyList<string?>? sent, RuleReading rule) =>
        sent is null ? null : [.. sent.Select(text => rule.OneOf<EnabledRule>("enabledRules", text)).OfType<EnabledRule>()];

    private static PolicyRule.Approval Approval(RuleBody.ApprovalBody? sent, RuleReading rule)
    {
        const string Stages = "setting/approvalStages";
        if (sent?.ApprovalMode is { } mode && rule.OneOf<ApprovalMode>("setting/approvalMode", mode) is ApprovalMode.NoApproval
            && sent.IsApprovalRequired == true)
        {
            rule.Wrong("setting/approvalMode", "Approval cannot be required and its mode be 'NoApproval'.");
        }

        if (sent?.ApprovalStages is { Count: > 1 })
        {
            rule.Wrong(Stages, "An approval has one stage.");
        }

        var approvers = sent?.ApprovalStages switch
        {
            null => null,
            [] => [],
            [{ PrimaryApprovers: { } named }, ..] => Approvers(named, rule),
            _ => null,
        };
        return new PolicyRule.Approval(rule.Name, sent?.IsApprovalRequired, approvers);
    }

    private static List<PrincipalId> Approvers(IReadOnlyList<RuleBody.ApproverBody?> named, RuleReading rule)
    {
        var approvers = new List<PrincipalId>();
        foreach (var approver in named)
        {
            if (Guid.TryParseExact(approver?.UserId ?? approver?.GroupId ?? approver?.Id, "D", out var id))
            {
                approvers.Add(new PrincipalId(id));
            }
            else
            {
                rule.Wrong("setting/approvalStages/primaryApprovers", "An approver is a user or a group, named by its id.");
            }
        }

        return approvers;
    }

    // Clients send an empty address where they have none.
    private static IReadOnlyList<string>? Addresses(IReadOnlyList<string?>? sent) =>
        sent is null ? null : [.. sent.OfType<string>().Select(address => address.Trim()).Where(address => address.Length > 0)];

    private static PolicyRule.Notification Notification(RuleBody body, RuleReading rule)
    {
        rule.MustBe("notificationType", body.NotificationType, "Email");
        rule.MustBe("recipientType", body.RecipientType, rule.Name.Recipient.ToString()!);
        var level = body.NotificationLevel is { } text ? rule.OneOf<NotificationLevel>("notificationLevel", text) : null;
        return new PolicyRule.Notification(rule.Name, body.IsDefaultRecipientsEnabled, Addresses(body.NotificationRecipients), level);
    }
}
