using Regent.Api.OData;
using Regent.Core.Policies;

namespace Regent.Api.Arm.Policies;

/// <summary>Takes rules that were sent over into settings, one by one. What a rule leaves out stays as it is.</summary>
internal static class RuleReader
{
    /// <summary>The settings as they shall be, or which member of which rule is wrong.</summary>
    public static Reading<RolePolicy> Read(RolePolicy before, PolicyBody sent)
    {
        if (sent.Properties?.Rules is not { } rules)
        {
            return Wrong("properties.rules", "'properties.rules' is required: the rules that shall change.");
        }

        Reading<RolePolicy> read = before;
        return rules.Select((rule, at) => (Rule: rule, Member: $"properties.rules[{at}]"))
            .Aggregate(read, (policy, one) => policy.Then(so => Take(so, one.Rule, one.Member)));
    }

    private static Reading<RolePolicy> Take(RolePolicy policy, RuleBody? rule, string member)
    {
        var parts = (rule?.Id ?? "").Split('_');
        return rule is null || Kinds.GetValueOrDefault(parts[0]) is not { } type
            ? Wrong($"{member}.id", $"'{rule?.Id}' is the id of no rule.")
            : rule.RuleType is not null && !rule.RuleType.Equals(type, StringComparison.OrdinalIgnoreCase)
                ? Wrong($"{member}.ruleType", $"The rule '{rule.Id}' is a {type}.")
                : Take(policy, rule, string.Join('_', parts).ToUpperInvariant(), member);
    }

    private static Reading<RolePolicy> Take(RolePolicy policy, RuleBody rule, string id, string member) => id switch
    {
        "ENABLEMENT_ENDUSER_ASSIGNMENT" => ActivationRules.Enablement(policy.Activation, rule, member).Then(so => With(policy, so)),
        "EXPIRATION_ENDUSER_ASSIGNMENT" => ActivationRules.Expiration(policy.Activation, rule, member).Then(so => With(policy, so)),
        "APPROVAL_ENDUSER_ASSIGNMENT" => ActivationRules.Approval(policy.Activation, rule, member).Then(so => With(policy, so)),
        "AUTHENTICATIONCONTEXT_ENDUSER_ASSIGNMENT" => With(policy, ActivationRules.Context(policy.Activation, rule)),
        "ENABLEMENT_ADMIN_ELIGIBILITY" => GivenRules.Enablement(policy.Eligibility, rule, member).Then<RolePolicy>(so => policy with { Eligibility = so }),
        "EXPIRATION_ADMIN_ELIGIBILITY" => GivenRules.Expiration(policy.Eligibility, rule, member).Then<RolePolicy>(so => policy with { Eligibility = so }),
        "ENABLEMENT_ADMIN_ASSIGNMENT" => GivenRules.Enablement(policy.Assignment, rule, member).Then<RolePolicy>(so => policy with { Assignment = so }),
        "EXPIRATION_ADMIN_ASSIGNMENT" => GivenRules.Expiration(policy.Assignment, rule, member).Then<RolePolicy>(so => policy with { Assignment = so }),
        _ when id.StartsWith("NOTIFICATION_", StringComparison.Ordinal) => NotificationRules.Take(policy, rule, id.Split('_'), member),
        _ => Wrong($"{member}.id", $"'{rule.Id}' is the id of no rule."),
    };

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Enablement"] = RuleContract.OfEnablement,
        ["Expiration"] = RuleContract.OfExpiration,
        ["Approval"] = RuleContract.OfApproval,
        ["AuthenticationContext"] = RuleContract.OfContext,
        ["Notification"] = RuleContract.OfNotification,
    };

    private static Reading<RolePolicy> With(RolePolicy policy, ActivationSettings settings) => policy with { Activation = settings };

    /// <summary>What is wrong with a member.</summary>
    internal static Flaw Wrong(string member, string message) => new(FlawKind.Body, message) { Target = member };
}
