namespace Regent.Operations;

/// <summary>What an import made of one line.</summary>
public enum ImportOutcome
{
    Added,
    Changed,
    Unchanged,

    /// <summary>Not taken over, and rightly so.</summary>
    LeftOut,
    Refused,
}
