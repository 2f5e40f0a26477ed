namespace Regent.Core.Targets;

/// <summary>How far Regent goes in a target.</summary>
public enum TargetState
{
    /// <summary>Nothing is written there until an administrator has seen what would be.</summary>
    New,

    /// <summary>Access lands there.</summary>
    Live,

    /// <summary>Nothing is written there for now, not even to take access back; what is due waits.</summary>
    Paused,
}
