namespace Regent.Portal.Pages.Apps;

/// <summary>How it stands with the secrets of a program.</summary>
public enum AppSecretState
{
    /// <summary>It keeps none.</summary>
    None,

    Good,

    EndsSoon,

    /// <summary>It has none that is good, and so gets no token.</summary>
    Missing,
}
