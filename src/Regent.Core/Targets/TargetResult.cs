namespace Regent.Core.Targets;

/// <summary>What became of a change in a target.</summary>
public enum TargetResult
{
    /// <summary>It is as it was asked to be, now or already before.</summary>
    Done,

    /// <summary>The target knows no such account.</summary>
    UnknownAccount,

    /// <summary>The target knows no such entitlement.</summary>
    UnknownEntitlement,

    /// <summary>The target said no.</summary>
    Refused,

    /// <summary>The target did not answer, not in time, or not to the end: whether it is done is not known.</summary>
    Unreachable,
}
