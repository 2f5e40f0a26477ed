using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>A target in which running sessions can be ended.</summary>
public interface IEndsSessions
{
    /// <summary>Ends the sessions that use this. Called after it was taken back. One answer for each, in their order.</summary>
    Task<IReadOnlyList<TargetAnswer>> EndSessionsAsync(IReadOnlyList<Holding> holdings, CancellationToken ct);
}
