using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>A target in which new sessions can be refused while running ones go on.</summary>
public interface IClosesDoors
{
    /// <summary>Refuses new sessions that would use this; granting it again opens. One answer for each, in their order.</summary>
    Task<IReadOnlyList<TargetAnswer>> CloseAsync(IReadOnlyList<Holding> holdings, CancellationToken ct);
}
