using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Regent.Testing.Targets;

/// <summary>A certificate for <c>localhost</c>, signed by an authority that lives as long as the call.</summary>
public static class PostgresCertificate
{
    public const string CertificateFile = "server.crt";
    public const string KeyFile = "server.key";

    /// <summary>Writes certificate and key into a folder, and gives the authority's certificate as PEM text.</summary>
    public static string Write(string folder)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var ask = new CertificateRequest("CN=Regent test authority", authorityKey, HashAlgorithmName.SHA256);
        ask.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var authority = ask.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var own = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        own.CertificateExtensions.Add(names.Build());
        using var signed = own.Create(authority, now.AddHours(-1), now.AddHours(12), RandomNumberGenerator.GetBytes(8));

        File.WriteAllText(Path.Combine(folder, CertificateFile), signed.ExportCertificatePem());
        var keyFile = Path.Combine(folder, KeyFile);
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return authority.ExportCertificatePem();
    }
}
