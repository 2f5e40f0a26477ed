namespace Regent.Core.Alerts;

/// <summary>What an alert looks for, in words and numbers that never change (specification, section 7.1).</summary>
/// <param name="Kind">Which.</param>
/// <param name="Severity">How soon somebody should look.</param>
/// <param name="DisplayName">Its name in lists.</param>
/// <param name="Description">When it has found something.</param>
public sealed record AlertDefinition(AlertKind Kind, AlertSeverity Severity, string DisplayName, string Description)
{
    /// <summary>Why it matters.</summary>
    public required string SecurityImpact { get; init; }

    /// <summary>How to mend it.</summary>
    public required string MitigationSteps { get; init; }

    /// <summary>How to keep it from coming back.</summary>
    public required string HowToPrevent { get; init; }

    /// <summary>Whether what it finds can be mended from the alert itself.</summary>
    public bool IsRemediatable { get; init; }

    /// <summary>The numbers that can be set.</summary>
    public IReadOnlyList<ThresholdRange> Thresholds { get; init; } = [];

    /// <summary>Whether there is more to set than whether it looks at all.</summary>
    public bool IsConfigurable => Thresholds.Count > 0;
}
