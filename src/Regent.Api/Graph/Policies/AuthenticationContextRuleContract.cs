using System.Text.Json.Serialization;
using Regent.Api.OData;
using Regent.Core.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>Which authentication context the session must meet.</summary>
[Entity("unifiedRoleManagementPolicyAuthenticationContextRule")]
internal sealed record AuthenticationContextRuleContract(bool? IsEnabled, string? ClaimValue) : RuleContract
{
    internal AuthenticationContextRuleContract(PolicyRule.AuthenticationContext rule)
        : this(rule.IsEnabled, rule.ClaimValue)
    {
    }

    [JsonIgnore]
    protected override PolicyRuleKind Kind => PolicyRuleKind.AuthenticationContext;
}
