namespace Regent.Storage;

/// <summary>What a look at the database shows.</summary>
public enum StorageState
{
    /// <summary>There is none, or it has no tables of Regent.</summary>
    Missing,

    /// <summary>Its tables are of an older version.</summary>
    Older,

    /// <summary>Its tables are of this version.</summary>
    Ready,
}
