using Regent.Core.Principals;
using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>Who came from which source, and how far each source was read. Forgotten with the target.</summary>
public interface IOriginStore
{
    /// <summary>Everybody and every group that came from a source, in no order.</summary>
    Task<IReadOnlyList<Origin>> ListAsync(TargetId source, CancellationToken ct);

    /// <summary>Where these came from; those that came from nowhere are left out.</summary>
    Task<IReadOnlyList<Origin>> OfAsync(IReadOnlyCollection<PrincipalId> principals, CancellationToken ct);

    /// <summary>Notes where principals came from that came from nowhere yet.</summary>
    Task AddAsync(IReadOnlyCollection<Origin> origins, CancellationToken ct);

    /// <summary>How far a source was read; null when it never was.</summary>
    Task<SourceState?> StateAsync(TargetId source, CancellationToken ct);

    /// <summary>Notes how far a source was read.</summary>
    Task SaveStateAsync(SourceState state, CancellationToken ct);
}
