using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Regent.Server.Tls;

/// <summary>
/// The certificate that https is served with where nobody brought one: made at the first start, kept in the data directory, renewed when
/// it is close to its end. Clients trust it by <c>tls/ca.pem</c>.
/// </summary>
internal sealed class LocalCertificates(string data, TimeProvider clock)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    private readonly Lock making = new();
    private X509Certificate2? current;

    private readonly string folder = Path.Combine(Path.GetFullPath(data), "tls");

    /// <summary>The certificate of the authority, for clients to trust.</summary>
    public string AuthorityFile => In("ca.pem");

    /// <summary>The certificate to serve with now.</summary>
    public X509Certificate2 Current()
    {
        lock (making)
        {
            return current is { } good && IsGood(good) ? good : current = Load();
        }
    }

    private X509Certificate2 Load()
    {
        Directory.CreateDirectory(folder);
        var authority = Read("ca");
        if (authority is not null && Read("server") is { } server && server.IssuerName.RawData.AsSpan().SequenceEqual(authority.SubjectName.RawData)
            && IsIssuedBy(server, authority))
        {
            return server;
        }

        authority ??= Keep("ca", LocalAuthority.Found(clock.GetUtcNow()));
        return Keep("server", LocalAuthority.Issue(authority, clock.GetUtcNow()));
    }

    // What is missing, broken or close to its end is made anew.
    private X509Certificate2? Read(string name)
    {
        if (!File.Exists(In($"{name}.pem")) || !File.Exists(In($"{name}-key.pem")))
        {
            return null;
        }

        try
        {
            using var read = X509Certificate2.CreateFromPemFile(In($"{name}.pem"), In($"{name}-key.pem"));
            return IsGood(read) ? Whole(read) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private X509Certificate2 Keep(string name, X509Certificate2 made)
    {
        using var key = made.GetECDsaPrivateKey()!;
        Write($"{name}-key.pem", key.ExportPkcs8PrivateKeyPem(), OwnerOnly);
        Write($"{name}.pem", made.ExportCertificatePem(), OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return Whole(made);
    }

    // Moved into place when it is whole, and never readable by others, not even for a moment.
    private void Write(string name, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        var unfinished = In($"{name}.{Environment.ProcessId}");
        File.Delete(unfinished);
        using (var writer = new StreamWriter(unfinished, options))
        {
            writer.Write(text);
        }

        File.Move(unfinished, In(name), overwrite: true);
    }

    // Not every system serves with a key that was only read from text.
    private static X509Certificate2 Whole(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);

    private static bool IsIssuedBy(X509Certificate2 server, X509Certificate2 authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(server);
    }

    private bool IsGood(X509Certificate2 certificate) => clock.GetUtcNow() < certificate.NotAfter - RenewBefore;

    private string In(string name) => Path.Combine(folder, name);
}
