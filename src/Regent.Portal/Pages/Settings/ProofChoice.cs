namespace Regent.Portal.Pages.Settings;

/// <summary>How well who activates must prove who they are; one excludes the other.</summary>
public enum ProofChoice
{
    /// <summary>Having signed in is enough.</summary>
    None,

    /// <summary>A fresh second factor.</summary>
    SecondFactor,

    /// <summary>What an authentication context takes.</summary>
    Context,
}
