namespace Regent.Core.Targets;

/// <summary>Where one line of the ledger stands, by what was done and seen in the target.</summary>
public enum LedgerState
{
    /// <summary>Nothing was done in the target yet; it begins later.</summary>
    Planned,

    /// <summary>It is being given and was not seen there yet.</summary>
    Provisioning,

    /// <summary>It was seen there.</summary>
    InEffect,

    /// <summary>It is being taken back and was still seen there, or nobody has looked yet.</summary>
    Ending,

    /// <summary>It was seen gone.</summary>
    Gone,
}
