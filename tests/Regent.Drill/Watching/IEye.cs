using Regent.Core.Targets;

namespace Regent.Drill.Watching;

/// <summary>Looks at a target with a client of its own, past Regent and past the network that is cut.</summary>
internal interface IEye : IAsyncDisposable
{
    /// <summary>Who has what; null when the target does not answer.</summary>
    Task<IReadOnlySet<Holding>?> LookAsync(CancellationToken ct);
}
