namespace Regent.Cli.Access;

/// <summary>How a target answers.</summary>
internal sealed record TargetHealth(bool IsAnswering, DateTimeOffset? FailingSinceDateTime, string? LastError, DateTimeOffset? RetryDateTime, DateTimeOffset? SweptDateTime);
