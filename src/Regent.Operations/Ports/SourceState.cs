using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>How far a source was read.</summary>
/// <param name="Source">The target.</param>
public sealed record SourceState(TargetId Source)
{
    /// <summary>Where the last reading ended; null when the next one has to read everything.</summary>
    public string? Bookmark { get; init; }

    /// <summary>The version of the target that was read; another one may look at other people.</summary>
    public int Version { get; init; }

    /// <summary>When everything was read last.</summary>
    public DateTimeOffset? FullAt { get; init; }

    /// <summary>When the next run is due by itself; null when none is.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Why the last run that was due by itself changed nothing; null when it was done.</summary>
    public string? Trouble { get; init; }
}
