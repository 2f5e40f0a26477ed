using System.Text.Json.Serialization;
using Regent.Api.OData;
using Regent.Core.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>Until when at the latest.</summary>
[Entity("unifiedRoleManagementPolicyExpirationRule")]
internal sealed record ExpirationRuleContract(bool? IsExpirationRequired, TimeSpan? MaximumDuration) : RuleContract
{
    internal ExpirationRuleContract(PolicyRule.Expiration rule)
        : this(rule.IsRequired, rule.MaximumDuration)
    {
    }

    [JsonIgnore]
    protected override PolicyRuleKind Kind => PolicyRuleKind.Expiration;
}
