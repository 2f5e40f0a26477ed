using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Regent.Testing.Http;

namespace Regent.Server.Tests.Tls;

/// <summary>The built server by https, as a client sees it that trusts nothing but <c>ca.pem</c>.</summary>
public sealed class HttpsTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("regent-https-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task A_client_that_trusts_the_authority_is_led_on_by_https()
    {
        var port = FreePort();
        await using var server = await BuiltServer.StartAsync(
            ["--data", data], connection: null, Ct, alsoAt: $"https://localhost:{port}");
        using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => IsTrusted(shown) });

        var told = JsonNode.Parse(await client.GetStringAsync($"https://localhost:{port}/common/v2.0/.well-known/openid-configuration", Ct))!;

        Assert.Equal($"https://localhost:{port}/common/oauth2/v2.0/token", (string?)told["token_endpoint"]);
        Assert.StartsWith("https://", (string?)told["issuer"], StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    private bool IsTrusted(X509Certificate2? shown)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(Path.Combine(data, "tls", "ca.pem")));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return shown is not null && shown.MatchesHostname("localhost") && chain.Build(shown);
    }
}
