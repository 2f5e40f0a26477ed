using System.Globalization;
using Regent.Core.Alerts;
using Regent.Operations.Alerts;

namespace Regent.Portal.Pages.Alerts;

/// <summary>The settings of an alert as they are filled in.</summary>
/// <param name="configuration">The settings to begin with.</param>
public sealed class AlertForm(AlertConfiguration configuration)
{
    private readonly Dictionary<AlertThreshold, string> numbers = configuration.Thresholds.ToDictionary(
        one => one.Key, one => one.Value.ToString(CultureInfo.InvariantCulture));

    public bool IsEnabled { get; set; } = configuration.IsEnabled;

    /// <summary>The numbers that can be set.</summary>
    public IReadOnlyList<ThresholdRange> Ranges => configuration.Definition.Thresholds;

    /// <summary>What is filled in for one of them.</summary>
    public string this[AlertThreshold threshold]
    {
        get => numbers[threshold];
        set => numbers[threshold] = value;
    }

    /// <summary>Whether it can be sent.</summary>
    public bool IsComplete => Ranges.All(range => Errors(range).Count == 0);

    /// <summary>The change to be made.</summary>
    public AlertChange Change => new(IsEnabled, Ranges.ToDictionary(range => range.Threshold, range => Read(range.Threshold) ?? range.Usual));

    /// <summary>What is wrong with one of the numbers.</summary>
    public IReadOnlyList<string> Errors(ThresholdRange range) => Read(range.Threshold) is { } number
        ? range.Problem(number) is { } problem ? [problem.Message] : []
        : [$"Fill in a whole number from {range.Least} to {range.Most}."];

    private int? Read(AlertThreshold threshold) =>
        int.TryParse(numbers[threshold], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
