using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>A target with what is mapped to it and what was found in it.</summary>
internal sealed record TargetDetailContract : TargetStandingContract
{
    public TargetDetailContract(TargetDetail detail)
        : base(detail.Summary)
    {
        Mappings = [.. detail.Mappings.Select(one => new MappingContract(one.Mapping)
        {
            RoleDefinitionDisplayName = one.Role.DisplayName,
            ScopeDisplayName = one.ScopeName,
        })];
        Drift = [.. detail.Drift.Select(DriftContract.Of)];
    }

    public IReadOnlyList<MappingContract> Mappings { get; }

    public IReadOnlyList<DriftContract> Drift { get; }
}
