using Regent.Core.Policies;

namespace Regent.Api.Arm.Policies;

/// <summary>One rule of a policy (specification of the API, section 3.4). Which members it has depends on its type.</summary>
internal sealed record RuleContract(string Id, string RuleType, RuleContract.TargetContract Target)
{
    /// <summary>The rule by this name, with nothing said yet.</summary>
    public static RuleContract Of(PolicyRuleName name) =>
        new(name.Id, TypeOf(name), new TargetContract(name.Caller.ToString(), name.Level.ToString()));

    /// <summary>Such as <c>RoleManagementPolicyExpirationRule</c>.</summary>
    public static string TypeOf(PolicyRuleName name) => $"RoleManagementPolicy{name.Kind}Rule";

    public bool? IsExpirationRequired { get; init; }

    public TimeSpan? MaximumDuration { get; init; }

    public IReadOnlyList<string>? EnabledRules { get; init; }

    public ApprovalSettingContract? Setting { get; init; }

    public bool? IsEnabled { get; init; }

    public string? ClaimValue { get; init; }

    public string? NotificationType { get; init; }

    public string? RecipientType { get; init; }

    public string? NotificationLevel { get; init; }

    public bool? IsDefaultRecipientsEnabled { get; init; }

    public IReadOnlyList<string>? NotificationRecipients { get; init; }

    internal sealed record TargetContract(string Caller, string Level)
    {
        public IReadOnlyList<string> Operations { get; } = ["All"];

        public IReadOnlyList<string> TargetObjects { get; } = [];

        public IReadOnlyList<string> InheritableSettings { get; } = [];

        public IReadOnlyList<string> EnforcedSettings { get; } = [];
    }
}
