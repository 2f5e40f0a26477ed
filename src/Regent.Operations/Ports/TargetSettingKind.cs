namespace Regent.Operations.Ports;

/// <summary>What a setting of a target holds.</summary>
public enum TargetSettingKind
{
    Text,

    /// <summary>Several lines of text, such as a certificate.</summary>
    Lines,

    /// <summary>Something that is never shown again, and kept under the key ring.</summary>
    Secret,

    /// <summary>A whole number above zero.</summary>
    Number,

    /// <summary>On or off.</summary>
    Switch,

    /// <summary>One of several.</summary>
    Choice,
}
