using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>A target in which new sessions can be refused while running ones go on.</summary>
public interface IClosesDoors
{
    /// <summary>
    /// Refuses new sessions that would use this; granting it again opens. One answer for each, in their order. What cannot be closed for this
    /// account, and so stays open until its end, is done with words that say why: nothing has failed, and nothing is to be tried again.
    /// </summary>
    Task<IReadOnlyList<TargetAnswer>> CloseAsync(IReadOnlyList<Holding> holdings, CancellationToken ct);
}
