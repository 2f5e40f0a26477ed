using System.Text.Json.Serialization;
using Regent.Api.OData;
using Regent.Core.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>Whether somebody must agree, and who.</summary>
[Entity("unifiedRoleManagementPolicyApprovalRule")]
internal sealed record ApprovalRuleContract([property: JsonPropertyOrder(2)] ApprovalSettingsContract Setting) : RuleContract
{
    [JsonIgnore]
    protected override PolicyRuleKind Kind => PolicyRuleKind.Approval;
}
