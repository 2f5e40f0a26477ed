namespace Regent.Operations.Ports;

/// <summary>Somebody who holds something in a target asks for what they sign in there with.</summary>
/// <param name="Account">Their account there.</param>
/// <param name="Entitlements">What they hold there now.</param>
/// <param name="Now">The moment.</param>
/// <param name="Until">The earliest end of what they hold; null is without end.</param>
/// <param name="KeyId">What the credential is to be called by in the target's own logs.</param>
public sealed record CredentialAsk(
    string Account, IReadOnlyList<string> Entitlements, DateTimeOffset Now, DateTimeOffset? Until, string KeyId)
{
    /// <summary>The public key to be certified, where the credential is a certificate.</summary>
    public string? PublicKey { get; init; }
}
