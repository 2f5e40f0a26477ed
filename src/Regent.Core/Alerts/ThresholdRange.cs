namespace Regent.Core.Alerts;

/// <summary>What a threshold can be set to.</summary>
/// <param name="Threshold">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Least">The smallest number.</param>
/// <param name="Most">The largest.</param>
/// <param name="Usual">The one before anybody changes it.</param>
public sealed record ThresholdRange(AlertThreshold Threshold, string Name, int Least, int Most, int Usual)
{
    /// <summary>Why it cannot be this number; null when it can.</summary>
    public Refusal? Problem(int value) => value >= Least && value <= Most
        ? null
        : new Refusal(RefusalCode.InvalidAlertConfiguration, $"{Name} must be a number from {Least} to {Most}.");
}
