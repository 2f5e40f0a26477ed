namespace Regent.Cli.Access;

/// <summary>Who has what in a target.</summary>
internal sealed record TargetHolding(string Account, string Entitlement);
