namespace Regent.Core.Alerts;

/// <summary>How soon somebody should look (specification, section 7).</summary>
public enum AlertSeverity
{
    /// <summary>A suggestion.</summary>
    Low,

    /// <summary>Possibly against the rules.</summary>
    Medium,

    /// <summary>Against the rules; look now.</summary>
    High,
}
