namespace Regent.Operations.Ports;

/// <summary>Later work in a target. The same may be there any number of times; one that comes late finds nothing left to do.</summary>
/// <param name="Work">What to do.</param>
/// <param name="Subject">With what.</param>
/// <param name="Due">Not before.</param>
public sealed record WakeUp(TargetWork Work, Guid Subject, DateTimeOffset Due);
