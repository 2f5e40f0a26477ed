namespace Regent.Operations.Synchronisation;

/// <summary>How a source is to be followed this time.</summary>
public sealed record SyncAsk
{
    /// <summary>Only say what would come of it.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Read everything, not only what changed.</summary>
    public bool IsFull { get; init; }

    /// <summary>Take away as much as there is to take away.</summary>
    public bool IsForced { get; init; }

    /// <summary>Who is here already under the same name, and came from nowhere, is who is there.</summary>
    public bool Adopts { get; init; }
}
