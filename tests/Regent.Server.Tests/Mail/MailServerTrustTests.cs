using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Regent.Server.Mail;

namespace Regent.Server.Tests.Mail;

public sealed class MailServerTrustTests : IDisposable
{
    private readonly Authority house = new();

    public void Dispose() => house.Dispose();

    [Fact]
    public void A_trusted_authority_that_publishes_no_revocations_is_trusted()
    {
        using var server = house.Issue();
        using var chain = Chain(server, house);

        Assert.NotEmpty(chain.ChainStatus);
        Assert.True(MailServerTrust.Accepts(this, server, chain, SslPolicyErrors.RemoteCertificateChainErrors));
    }

    [Fact]
    public void An_unknown_authority_is_not_trusted()
    {
        using var stranger = new Authority();
        using var server = stranger.Issue();
        using var chain = Chain(server, house);

        Assert.False(MailServerTrust.Accepts(this, server, chain, SslPolicyErrors.RemoteCertificateChainErrors));
    }

    [Theory]
    [InlineData(SslPolicyErrors.RemoteCertificateNameMismatch)]
    [InlineData(SslPolicyErrors.RemoteCertificateNotAvailable)]
    [InlineData(SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateChainErrors)]
    public void A_certificate_of_somebody_else_or_none_is_not_trusted(SslPolicyErrors errors)
    {
        using var server = house.Issue();
        using var chain = Chain(server, house);

        Assert.False(MailServerTrust.Accepts(this, server, chain, errors));
    }

    [Fact]
    public void What_cannot_be_explained_is_not_trusted() =>
        Assert.False(MailServerTrust.Accepts(this, certificate: null, chain: null, SslPolicyErrors.RemoteCertificateChainErrors));

    private static X509Chain Chain(X509Certificate2 server, Authority trusted)
    {
        var chain = new X509Chain { ChainPolicy = { RevocationMode = X509RevocationMode.Online, TrustMode = X509ChainTrustMode.CustomRootTrust } };
        chain.ChainPolicy.CustomTrustStore.Add(trusted.Certificate);
        chain.Build(server);
        return chain;
    }
}
