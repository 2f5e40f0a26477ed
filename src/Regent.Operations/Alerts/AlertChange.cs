using Regent.Core.Alerts;

namespace Regent.Operations.Alerts;

/// <summary>What shall be different about an alert's configuration; what is not named stays.</summary>
/// <param name="IsEnabled">Whether it looks; null leaves it.</param>
/// <param name="Thresholds">Numbers to go by.</param>
public sealed record AlertChange(bool? IsEnabled, IReadOnlyDictionary<AlertThreshold, int> Thresholds)
{
    /// <summary>The configuration with these changes.</summary>
    public AlertConfiguration Of(AlertConfiguration before) => Thresholds.Aggregate(
        before with { IsEnabled = IsEnabled ?? before.IsEnabled }, (changed, one) => changed.With(one.Key, one.Value));
}
