namespace Regent.Operations.Ports;

/// <summary>A link with which one person chooses a password, once.</summary>
/// <param name="Address">The link itself. Whoever has it may use it: it is sent or shown, and neither kept nor logged.</param>
/// <param name="ExpiresAt">From when on it is worth nothing.</param>
public sealed record PasswordLink(Uri Address, DateTimeOffset ExpiresAt);
