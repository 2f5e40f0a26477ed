namespace Regent.Core.Alerts;

/// <summary>Whether an alert looks, and from which numbers on it has found something.</summary>
/// <param name="Kind">Which.</param>
/// <param name="IsEnabled">Whether it looks.</param>
/// <param name="Thresholds">The numbers, one for each of its definition.</param>
public sealed record AlertConfiguration(AlertKind Kind, bool IsEnabled, IReadOnlyDictionary<AlertThreshold, int> Thresholds)
{
    public AlertDefinition Definition => AlertDefinitions.Of(Kind);

    public int this[AlertThreshold threshold] => Thresholds[threshold];

    /// <summary>So long something may go unused, of an alert that goes by days.</summary>
    public TimeSpan Allowed() => TimeSpan.FromDays(this[AlertThreshold.Days]);

    /// <summary>So long something may stay after its end, of an alert that goes by minutes.</summary>
    public TimeSpan Grace() => TimeSpan.FromMinutes(this[AlertThreshold.Minutes]);

    /// <summary>The configuration before anybody changes it.</summary>
    public static AlertConfiguration Default(AlertKind kind) =>
        new(kind, IsEnabled: true, AlertDefinitions.Of(kind).Thresholds.ToDictionary(range => range.Threshold, range => range.Usual));

    /// <summary>The same with this number; one that the alert does not go by changes nothing.</summary>
    public AlertConfiguration With(AlertThreshold threshold, int value) => this with
    {
        Thresholds = Thresholds.ToDictionary(known => known.Key, known => known.Key == threshold ? value : known.Value),
    };

    /// <summary>What is wrong with it; empty when it can be saved.</summary>
    public IReadOnlyList<Refusal> Check() => [.. Definition.Thresholds.Select(range => range.Problem(this[range.Threshold])).OfType<Refusal>()];

    public bool Equals(AlertConfiguration? other) => other is not null && (Kind, IsEnabled) == (other.Kind, other.IsEnabled)
        && Definition.Thresholds.All(range => this[range.Threshold] == other[range.Threshold]);

    public override int GetHashCode() => HashCode.Combine(Kind, IsEnabled);
}
