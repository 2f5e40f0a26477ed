using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Regent.Operations;
using Regent.Server.Tests.Hosting;
using Regent.Server.Tests.Tokens;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>The official library for .NET that gets tokens, unmodified, over https, and the client of Microsoft Graph with them.</summary>
public sealed class AzureIdentityTests(SecureServer server) : IClassFixture<SecureServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Uri Host => new(server.SecureAddress);

    private string TenantId => server.Services.GetRequiredService<Tenant>().Id.ToString();

    [Fact]
    public async Task A_service_reads_with_its_secret()
    {
        using var http = Trusting();
        var program = await OAuthProgram.ConfidentialAsync(server, "RoleManagement.Read.Directory");
        var good = new ClientSecretCredential(TenantId, program.App.Id.ToString(), program.Secret, Options(http));
        var wrong = new ClientSecretCredential(TenantId, program.App.Id.ToString(), "not-the-secret", Options(http));

        var found = await Graph(http, good).RoleManagement.Directory.RoleAssignmentScheduleInstances.GetAsync(cancellationToken: Ct);
        var refused = await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await wrong.GetTokenAsync(GraphDefault, Ct));

        Assert.NotEmpty(found!.Value!);
        Assert.Contains("invalid_client", $"{refused.InnerException}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_signs_in_on_another_device()
    {
        using var http = Trusting();
        var program = await OAuthProgram.PublicAsync(server, "User.Read", "user_impersonation");
        using var alan = await server.BrowserAsync("alan");
        var credential = new DeviceCodeCredential(new DeviceCodeCredentialOptions
        {
            TenantId = TenantId,
            ClientId = program.App.Id.ToString(),
            AuthorityHost = Host,
            DisableInstanceDiscovery = true,
            Transport = new HttpClientTransport(http),
            DeviceCodeCallback = (code, _) => OAuthProgram.AnswerDeviceAsync(alan, code.UserCode, "yes"),
        });

        var me = await Graph(http, credential).Me.GetAsync(cancellationToken: Ct);
        // The refresh token gets one for the other resource; nobody is asked again.
        var forArm = await credential.GetTokenAsync(new TokenRequestContext([OAuthProgram.ArmDefault]), Ct);

        Assert.Equal("alan@regent.example", me!.UserPrincipalName);
        using var arm = server.With(forArm.Token);
        Assert.Contains("value", await arm.GetStringAsync("/subscriptions?api-version=2022-12-01", Ct), StringComparison.Ordinal);
    }

    private static TokenRequestContext GraphDefault => new([OAuthProgram.GraphDefault]);

    private ClientSecretCredentialOptions Options(HttpClient http) =>
        new() { AuthorityHost = Host, DisableInstanceDiscovery = true, Transport = new HttpClientTransport(http) };

    private GraphServiceClient Graph(HttpClient http, TokenCredential credential) => new(
        http, new AzureIdentityAuthenticationProvider(credential, allowedHosts: [Host.Host], isCaeEnabled: true, scopes: [OAuthProgram.GraphDefault]), $"{server.SecureAddress}/v1.0");

    private HttpClient Trusting()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(server.AuthorityFile));
        return new HttpClient(new SocketsHttpHandler { SslOptions = new() { CertificateChainPolicy = trust } });
    }
}
