using Regent.Core.Assignments;

namespace Regent.Core.Policies;

/// <summary>One of the 17 rules a policy consists of (specification, section 2.3).</summary>
public sealed record PolicyRuleName
{
    private PolicyRuleName(PolicyRuleKind kind, PolicyRuleCaller caller, ScheduleKind level, PolicyRuleRecipient? recipient = null)
    {
        Kind = kind;
        Caller = caller;
        Level = level;
        Recipient = recipient;
    }

    /// <summary>All of them, in the order of the reference.</summary>
    public static IReadOnlyList<PolicyRuleName> All { get; } =
    [
        .. Of(PolicyRuleCaller.Admin, ScheduleKind.Eligibility),
        .. Of(PolicyRuleCaller.Admin, ScheduleKind.Assignment),
        .. Of(PolicyRuleCaller.EndUser, ScheduleKind.Assignment),
    ];

    public PolicyRuleKind Kind { get; }

    public PolicyRuleCaller Caller { get; }

    /// <summary>What the act leads to.</summary>
    public ScheduleKind Level { get; }

    /// <summary>Who is written to; null for every other kind of rule.</summary>
    public PolicyRuleRecipient? Recipient { get; }

    /// <summary>The name as everybody knows it, such as <c>Expiration_EndUser_Assignment</c>.</summary>
    public string Id => Recipient is { } recipient ? $"{Kind}_{recipient}_{Caller}_{Level}" : $"{Kind}_{Caller}_{Level}";

    /// <summary>The rule by this id in any letter case; null when there is none.</summary>
    public static PolicyRuleName? Find(string? id) => All.FirstOrDefault(name => name.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>A member of the rule, for a refusal to name.</summary>
    public string Member(string member) => $"{Id}/{member}";

    public override string ToString() => Id;

    private static IEnumerable<PolicyRuleName> Of(PolicyRuleCaller caller, ScheduleKind level) =>
    [
        new(PolicyRuleKind.Expiration, caller, level),
        new(PolicyRuleKind.Enablement, caller, level),
        .. caller == PolicyRuleCaller.EndUser
            ? new PolicyRuleName[] { new(PolicyRuleKind.Approval, caller, level), new(PolicyRuleKind.AuthenticationContext, caller, level) }
            : [],
        .. Enum.GetValues<PolicyRuleRecipient>().Select(recipient => new PolicyRuleName(PolicyRuleKind.Notification, caller, level, recipient)),
    ];
}
