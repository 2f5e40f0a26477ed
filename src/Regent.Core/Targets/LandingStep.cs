namespace Regent.Core.Targets;

/// <summary>A step of a soft end.</summary>
public enum LandingStep
{
    /// <summary>People are warned where they work.</summary>
    Warn,

    /// <summary>No new session begins.</summary>
    Close,

    /// <summary>Sessions that run are ended.</summary>
    EndSessions,
}
