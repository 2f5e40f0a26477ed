namespace Regent.Operations.Ports;

/// <summary>Moments from one on and before another; null is without that bound.</summary>
public sealed record MomentRange(DateTimeOffset? From, DateTimeOffset? Before);
