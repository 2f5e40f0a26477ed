using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Regent.Server.Tls;

/// <summary>Makes certificates for this machine: an authority that can vouch for this machine and for nothing else, and what it vouches for.</summary>
internal static class LocalAuthority
{
    private const string NameConstraints = "2.5.29.30";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private static readonly TimeSpan AuthorityLife = TimeSpan.FromDays(3650);
    private static readonly TimeSpan ServerLife = TimeSpan.FromDays(397);

    // Clocks differ.
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <summary>An authority with its key.</summary>
    public static X509Certificate2 Found(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Regent on this machine", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(new X509Extension(NameConstraints, OnlyThisMachine(), critical: true));
        return request.CreateSelfSigned(now - Slack, now + AuthorityLife);
    }

    /// <summary>A certificate for <c>localhost</c> and the loopback addresses, with its key.</summary>
    public static X509Certificate2 Issue(X509Certificate2 authority, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var end = now + ServerLife < authority.NotAfter ? now + ServerLife : authority.NotAfter;
        using var issued = request.Create(authority, now - Slack, end, RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(key);
    }

    // Whoever trusts the authority trusts it for this machine only, even if its key is stolen (RFC 5280, section 4.2.1.10).
    private static byte[] OnlyThisMachine()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            using (writer.PushSequence())
            {
                writer.WriteCharacterString(UniversalTagNumber.IA5String, "localhost", new Asn1Tag(TagClass.ContextSpecific, 2));
            }

            Permit(writer, IPAddress.Loopback, [255, 0, 0, 0]);
            Permit(writer, IPAddress.IPv6Loopback, [.. Enumerable.Repeat((byte)255, 16)]);
        }

        return writer.Encode();
    }

    private static void Permit(AsnWriter writer, IPAddress address, byte[] mask)
    {
        using var sequence = writer.PushSequence();
        var network = address.GetAddressBytes().Zip(mask, (part, of) => (byte)(part & of));
        writer.WriteOctetString([.. network, .. mask], new Asn1Tag(TagClass.ContextSpecific, 7));
    }
}
