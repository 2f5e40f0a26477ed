using Regent.Core.Roles;
using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>The targets there are, what is mapped to them, and how they answer. Secrets among the settings are locked.</summary>
public interface ITargetStore
{
    /// <summary>Every target, by name.</summary>
    Task<IReadOnlyList<Target>> ListAsync(CancellationToken ct);

    /// <summary>One target; null when unknown.</summary>
    Task<Target?> FindAsync(TargetId id, CancellationToken ct);

    /// <summary>Adds the target, or replaces the one with its id.</summary>
    Task SaveAsync(Target target, CancellationToken ct);

    /// <summary>Removes a target with its mappings, its ledger, its receipts and what was found in it.</summary>
    Task RemoveAsync(TargetId id, CancellationToken ct);

    /// <summary>The mappings of a target, in no order.</summary>
    Task<IReadOnlyList<Mapping>> MappingsAsync(TargetId target, CancellationToken ct);

    /// <summary>The mappings of these roles in all targets, in no order.</summary>
    Task<IReadOnlyList<Mapping>> MappingsOfAsync(IReadOnlyCollection<RoleDefinitionId> roles, CancellationToken ct);

    /// <summary>Adds the mapping, or replaces the one with its id.</summary>
    Task SaveMappingAsync(Mapping mapping, CancellationToken ct);

    /// <summary>Removes a mapping; one that is not there is no error.</summary>
    Task RemoveMappingAsync(MappingId id, CancellationToken ct);

    /// <summary>How each target answers; one that was never called is not among them.</summary>
    Task<IReadOnlyDictionary<TargetId, TargetHealth>> HealthAsync(CancellationToken ct);

    Task SaveHealthAsync(TargetHealth health, CancellationToken ct);
}
