namespace Regent.Core.Alerts;

/// <summary>A number that decides when an alert has found something. Stored by these names.</summary>
public enum AlertThreshold
{
    /// <summary>So many days without use.</summary>
    Days,

    /// <summary>At least so many people who are Global Administrators.</summary>
    Administrators,

    /// <summary>At least this share of all that was given, in per cent.</summary>
    Share,

    /// <summary>At least so many activations in a row.</summary>
    Activations,

    /// <summary>At most so many seconds between the end of one activation and the start of the next.</summary>
    PauseSeconds,

    /// <summary>At least so many minutes after the end.</summary>
    Minutes,
}
