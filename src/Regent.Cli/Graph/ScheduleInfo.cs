namespace Regent.Cli.Graph;

/// <summary>From when, and for how long.</summary>
internal sealed record ScheduleInfo(DateTimeOffset? StartDateTime, Expiration? Expiration);
