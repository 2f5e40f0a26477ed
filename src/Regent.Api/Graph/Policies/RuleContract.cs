using System.Diagnostics;
using System.Text.Json.Serialization;
using Regent.Api.OData;
using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Api.Graph.Policies;

/// <summary>A rule of a policy (specification of the API, section 2.6).</summary>
[Entity("unifiedRoleManagementPolicyRule")]
internal abstract record RuleContract
{
    /// <summary>Of which type it is.</summary>
    [JsonPropertyName("@odata.type")]
    [JsonPropertyOrder(-2)]
    public string ODataType => TypeOf(Kind);

    [JsonPropertyOrder(-1)]
    public required string Id { get; init; }

    [JsonPropertyOrder(1)]
    public required RuleTargetContract Target { get; init; }

    [JsonIgnore]
    protected abstract PolicyRuleKind Kind { get; }

    /// <param name="rule">The rule.</param>
    /// <param name="approvers">Those of the approvers it names who are known.</param>
    public static RuleContract Of(PolicyRule rule, IReadOnlyList<Principal> approvers)
    {
        var (id, target) = (rule.Name.Id, RuleTargetContract.Of(rule.Name));
        return rule switch
        {
            PolicyRule.Expiration expiration => new ExpirationRuleContract(expiration) { Id = id, Target = target },
            PolicyRule.Enablement enablement => new EnablementRuleContract(enablement) { Id = id, Target = target },
            PolicyRule.Approval approval => new ApprovalRuleContract(ApprovalSettingsContract.Of(approval, approvers)) { Id = id, Target = target },
            PolicyRule.AuthenticationContext context => new AuthenticationContextRuleContract(context) { Id = id, Target = target },
            PolicyRule.Notification notification => new NotificationRuleContract(notification) { Id = id, Target = target },
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>How a kind of rule is called in the schema.</summary>
    public static string TypeOf(PolicyRuleKind kind) => $"#microsoft.graph.unifiedRoleManagementPolicy{kind}Rule";
}
