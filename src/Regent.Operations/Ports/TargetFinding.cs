namespace Regent.Operations.Ports;

/// <summary>One thing that was found when a connection was tried.</summary>
/// <param name="IsGood">Whether it is as it should be.</param>
/// <param name="Words">What was found, in a sentence; where it is not as it should be, with what would help.</param>
public sealed record TargetFinding(bool IsGood, string Words);
