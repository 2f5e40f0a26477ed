namespace Regent.Operations.Ports;

/// <summary>What a setting of a target says beside how the target is used.</summary>
[Flags]
public enum TargetSettingSays
{
    /// <summary>How the target is used, and nothing else.</summary>
    How = 0,

    /// <summary>Where access lands: with another one, what was given stays in another place.</summary>
    Where = 1,

    /// <summary>To whom secrets are shown.</summary>
    Whom = 2,
}
