namespace Regent.Operations.Synchronisation;

/// <summary>What became of a run.</summary>
public enum SyncOutcome
{
    Written,

    /// <summary>It was only to be said what would come of it.</summary>
    Rehearsed,

    /// <summary>It would have taken away too much, and changed nothing.</summary>
    Braked,

    /// <summary>The source could not be read, and nothing was changed.</summary>
    Failed,
}
