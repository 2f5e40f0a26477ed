using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>A certificate as it was issued; the certificate itself is not kept.</summary>
/// <param name="Target">The authority that signed it.</param>
/// <param name="Serial">Its number, which no other of this authority has.</param>
/// <param name="Account">Who asked for it.</param>
/// <param name="KeyId">What the servers' logs call it.</param>
/// <param name="Principals">What it lets its holder sign in as.</param>
/// <param name="Fingerprint">Of the public key it is about, as <c>ssh-keygen -l</c> writes it.</param>
/// <param name="ValidFrom">From when on it is good.</param>
/// <param name="ValidTo">From when on it is not good any more.</param>
/// <param name="IssuedAt">When it was made.</param>
public sealed record SshCertificate(
    TargetId Target, long Serial, string Account, string KeyId, IReadOnlyList<string> Principals, string Fingerprint,
    DateTimeOffset ValidFrom, DateTimeOffset ValidTo, DateTimeOffset IssuedAt)
{
    /// <summary>When it was revoked; null when it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    public bool Equals(SshCertificate? other) => other is not null
        && (Target, Serial, Account, KeyId, Fingerprint) == (other.Target, other.Serial, other.Account, other.KeyId, other.Fingerprint)
        && (ValidFrom, ValidTo, IssuedAt, RevokedAt) == (other.ValidFrom, other.ValidTo, other.IssuedAt, other.RevokedAt)
        && Principals.SequenceEqual(other.Principals);

    public override int GetHashCode() => Serial.GetHashCode();
}
