namespace Regent.Portal.Parts;

/// <summary>What a state means to the reader; each has one colour, one icon, and always a word beside them.</summary>
public enum Meaning
{
    /// <summary>Plain news, or a state that asks for nothing: eligible, scheduled.</summary>
    Info,

    /// <summary>It holds now.</summary>
    InEffect,

    /// <summary>Somebody or something must still act.</summary>
    Pending,

    /// <summary>It holds, but not for long.</summary>
    EndingSoon,

    /// <summary>No, or broken, or dangerous.</summary>
    Denied,

    /// <summary>It is past.</summary>
    Over,
}
