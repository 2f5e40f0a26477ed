using Regent.Api.OData;
using Regent.Operations.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>The link from a role to its policy (specification of the API, section 2.6).</summary>
[Entity("unifiedRoleManagementPolicyAssignment")]
internal sealed record PolicyAssignmentContract
{
    public required string Id { get; init; }

    public required string PolicyId { get; init; }

    public required string ScopeId { get; init; }

    public required string ScopeType { get; init; }

    public required string RoleDefinitionId { get; init; }

    [OnDemand]
    public required PolicyContract Policy { get; init; }

    public static PolicyAssignmentContract Of(PolicyId id, RoleSettings settings) => new()
    {
        Id = id.Assignment,
        PolicyId = id.ToString(),
        ScopeId = id.ScopeId,
        ScopeType = id.Type.ToString(),
        RoleDefinitionId = id.RoleId,
        Policy = PolicyContract.Of(id, settings),
    };
}
