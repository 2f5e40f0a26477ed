namespace Regent.Operations.Ports;

/// <summary>What kind of later work is due in a target.</summary>
public enum TargetWork
{
    /// <summary>Make the target so for the line of its ledger that is the subject.</summary>
    Converge,

    /// <summary>The same, and end the sessions of what is taken back: the mapping that said so is gone.</summary>
    EndSessions,

    /// <summary>Look again at all that the principal that is the subject holds, and write it into the ledger.</summary>
    Reckon,

    /// <summary>Compare the whole target with its ledger.</summary>
    Sweep,

    /// <summary>Take over people and groups from it.</summary>
    Synchronise,
}
