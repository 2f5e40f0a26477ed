using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>A target in which people can be told where they work that their access ends soon.</summary>
public interface IWarnsHolders
{
    /// <summary>Warns; nobody there to be warned is done. One answer for each, in their order.</summary>
    Task<IReadOnlyList<TargetAnswer>> WarnAsync(IReadOnlyList<TargetGrant> ending, CancellationToken ct);
}
