namespace Regent.Cli.Access;

/// <summary>What was handed out.</summary>
internal sealed record IssuedCredential(string Label, string Text, DateTimeOffset ExpiresAt, string? Serial);
