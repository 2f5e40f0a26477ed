using System.Security.Cryptography;

namespace Regent.Targets.Ssh;

/// <summary>Writes OpenSSH user certificates (OpenSSH's PROTOCOL.certkeys).</summary>
internal static class CertificateBody
{
    private const uint UserCertificate = 1;
    private const int NonceLength = 32;

    /// <summary>All of a certificate but the signature, which is made over this.</summary>
    public static byte[] Write(PublicKey key, long serial, string keyId, CertificatePlan plan, SshTargetOptions options, PublicKey authority)
    {
        var principals = new WireWriter();
        foreach (var principal in plan.Principals)
        {
            principals.String(principal);
        }

        return new WireWriter()
            .String(UserKey.CertificateKind(key.Type)!)
            .String(RandomNumberGenerator.GetBytes(NonceLength))
            .Raw(key.Body)
            .UInt64((ulong)serial)
            .UInt32(UserCertificate)
            .String(keyId)
            .String(principals.ToArray())
            .UInt64((ulong)plan.ValidFrom.ToUnixTimeSeconds())
            .UInt64((ulong)plan.ValidTo.ToUnixTimeSeconds())
            .String(Critical(options))
            .String(Extensions(options))
            .String([])
            .String(authority.Blob)
            .ToArray();
    }

    /// <summary>The certificate as a line of a file.</summary>
    public static string Line(PublicKey key, byte[] body, byte[] signature, string keyId)
    {
        var kind = UserKey.CertificateKind(key.Type)!;
        return new PublicKey(kind, new WireWriter().Raw(body).String(signature).ToArray()).Line(keyId);
    }

    private static byte[] Critical(SshTargetOptions options)
    {
        var writer = new WireWriter();
        if (options.SourceAddresses is { } addresses)
        {
            writer.String("source-address").String(new WireWriter().String(addresses).ToArray());
        }

        return writer.ToArray();
    }

    // They have to be in order, each once, and none has a value.
    private static byte[] Extensions(SshTargetOptions options)
    {
        var writer = new WireWriter();
        foreach (var name in options.Extensions.Distinct().Order(StringComparer.Ordinal))
        {
            writer.String(name).String([]);
        }

        return writer.ToArray();
    }
}
