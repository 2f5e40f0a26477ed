using Regent.Api.Graph.Contracts;
using Regent.Api.OData;
using Regent.Core.Policies;
using Regent.Operations.Policies;

namespace Regent.Api.Graph.Policies;

/// <summary>What a role demands (specification of the API, section 2.6).</summary>
[Entity("unifiedRoleManagementPolicy")]
internal sealed record PolicyContract
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    public bool? IsOrganizationDefault { get; init; } = false;

    public required string ScopeId { get; init; }

    public required string ScopeType { get; init; }

    public required DateTimeOffset? LastModifiedDateTime { get; init; }

    public required IdentityContract LastModifiedBy { get; init; }

    /// <summary>The same rules: nothing is inherited or enforced from elsewhere.</summary>
    [OnDemand]
    public IReadOnlyList<RuleContract> EffectiveRules => Rules;

    [OnDemand]
    public required IReadOnlyList<RuleContract> Rules { get; init; }

    public static PolicyContract Of(PolicyId id, RoleSettings settings)
    {
        var policy = settings.Policy;
        return new PolicyContract
        {
            Id = id.ToString(),
            DisplayName = id.Type.ToString(),
            Description = id.Type.ToString(),
            ScopeId = id.ScopeId,
            ScopeType = id.Type.ToString(),
            LastModifiedDateTime = policy.ModifiedAt,
            LastModifiedBy = new IdentityContract(settings.ModifiedBy?.DisplayName, policy.ModifiedBy?.ToString()),
            Rules = [.. policy.Rules().Select(rule => RuleContract.Of(rule, settings.Approvers))],
        };
    }
}
