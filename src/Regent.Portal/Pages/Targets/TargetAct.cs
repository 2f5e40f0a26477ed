namespace Regent.Portal.Pages.Targets;

/// <summary>What is done to a target only after one question.</summary>
public enum TargetAct
{
    /// <summary>Access lands there from now on.</summary>
    Start,

    /// <summary>Nothing is written there for now.</summary>
    Pause,

    Remove,
}
