namespace Regent.Cli.Access;

/// <summary>A target that hands out credentials to the caller.</summary>
internal sealed record CredentialTarget(string Id, string Name, string Kind);
