using System.Text.Json.Serialization;
using Regent.Api.OData;
using Regent.Core.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>What must be given.</summary>
[Entity("unifiedRoleManagementPolicyEnablementRule")]
internal sealed record EnablementRuleContract(IReadOnlyList<string> EnabledRules) : RuleContract
{
    internal EnablementRuleContract(PolicyRule.Enablement rule)
        : this([.. (rule.Enabled ?? []).Select(one => one.ToString())])
    {
    }

    [JsonIgnore]
    protected override PolicyRuleKind Kind => PolicyRuleKind.Enablement;
}
