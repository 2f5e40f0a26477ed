using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Regent.Server.Tls;

namespace Regent.Server.Tests.Tls;

public sealed class LocalCertificatesTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("regent-tls-").FullName;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public void The_certificate_is_for_this_machine_and_trusted_by_the_authority_beside_it()
    {
        var made = Open().Current();

        Assert.True(made.MatchesHostname("localhost"));
        Assert.True(made.MatchesHostname("127.0.0.1"));
        Assert.False(made.MatchesHostname("regent.example"));
        Assert.True(made.HasPrivateKey);
        Assert.True(IsTrusted(made));
    }

    [Fact]
    public void Keys_are_readable_only_by_their_owner()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        Open().Current();

        foreach (var file in Directory.GetFiles(Path.Combine(data, "tls"), "*-key.pem"))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Equal(4, Directory.GetFiles(Path.Combine(data, "tls")).Length);
    }

    [Fact]
    public void A_server_that_is_started_again_has_the_same_and_renews_it_before_its_end_under_the_same_authority()
    {
        var first = Open().Current();
        var authority = File.ReadAllText(In("ca.pem"));
        Assert.Equal(first.Thumbprint, Open().Current().Thumbprint);

        var running = Open();
        clock.Advance(TimeSpan.FromDays(370));
        var next = running.Current();

        Assert.NotEqual(first.Thumbprint, next.Thumbprint);
        Assert.Equal(authority, File.ReadAllText(In("ca.pem")));
        Assert.True(IsTrusted(next));
    }

    [Theory]
    [InlineData("ca.pem")]
    [InlineData("ca-key.pem")]
    [InlineData("server.pem")]
    [InlineData("server-key.pem")]
    public void What_is_missing_or_broken_is_made_anew(string file)
    {
        Open().Current();
        File.Delete(In(file));
        Assert.True(IsTrusted(Open().Current()));

        File.WriteAllText(In(file), "nothing of the kind");
        Assert.True(IsTrusted(Open().Current()));
    }

    [Fact]
    public void The_authority_vouches_for_no_other_machine()
    {
        Open().Current();
        using var authority = X509Certificate2.CreateFromPemFile(In("ca.pem"), In("ca-key.pem"));
        using var key = System.Security.Cryptography.ECDsa.Create();
        var request = new CertificateRequest("CN=bank.example", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("bank.example");
        request.CertificateExtensions.Add(names.Build());

        using var forged = request.Create(authority, clock.GetUtcNow(), clock.GetUtcNow().AddDays(1), [1]);

        Assert.False(IsTrusted(forged));
    }

    private LocalCertificates Open() => new(data, clock);

    private string In(string name) => Path.Combine(data, "tls", name);

    private bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(In("ca.pem")));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = clock.GetUtcNow().UtcDateTime;
        return chain.Build(certificate);
    }
}
