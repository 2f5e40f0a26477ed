namespace Regent.Cli.Access;

/// <summary>What somebody has in a target that Regent did not give.</summary>
internal sealed record TargetDrift(string Id, string Account, string Entitlement, DateTimeOffset FoundDateTime, DateTimeOffset? IgnoredDateTime);
