using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>What was seen in a target.</summary>
/// <param name="IsHeld">Whether it is there; null when that could not be seen.</param>
/// <param name="Trouble">Why it could not be seen; null when it was, and where nothing ever can.</param>
public sealed record Observation(bool? IsHeld, TargetAnswer? Trouble)
{
    public static Observation Held { get; } = new(IsHeld: true, Trouble: null);

    public static Observation Absent { get; } = new(IsHeld: false, Trouble: null);

    /// <summary>The target takes what it is told and can never be asked; its word is all there is.</summary>
    public static Observation Blind { get; } = new(IsHeld: null, Trouble: null);

    public static Observation Unseen(TargetAnswer why) => new(IsHeld: null, why);
}
