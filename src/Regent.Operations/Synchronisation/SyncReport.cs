using Regent.Core.Targets;

namespace Regent.Operations.Synchronisation;

/// <summary>What a run did, or would do.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Lines">Who and what changes or was refused; what stays as it is has no line.</param>
public sealed record SyncReport(SyncOutcome Outcome, IReadOnlyList<ImportLine> Lines)
{
    /// <summary>Why nothing was changed; null when there is nothing to say about that.</summary>
    public string? Trouble { get; init; }

    /// <summary>Whether everything was read, or only what changed since the run before.</summary>
    public bool IsWhole { get; init; }

    /// <summary>How many people are there.</summary>
    public int People { get; init; }

    /// <summary>How many groups are there.</summary>
    public int Groups { get; init; }

    /// <summary>How many people are disabled that were not.</summary>
    public int Disabled { get; init; }

    /// <summary>How many memberships end.</summary>
    public int Left { get; init; }

    public int Count(ImportOutcome outcome) => Lines.Count(line => line.Outcome == outcome);

    /// <summary>Whether nothing was changed because the source did not answer, so that it can be asked again soon.</summary>
    public bool IsOutOfReach { get; init; }

    internal static SyncReport Failed(TargetAnswer trouble) => new(SyncOutcome.Failed, [])
    {
        Trouble = trouble.Words ?? "The directory did not answer.",
        IsOutOfReach = trouble.Result == TargetResult.Unreachable,
    };
}
