using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Regent.Core.Targets;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Scim;

/// <summary>How Regent signs in to an application, whom it takes it for, and what it never says.</summary>
[Collection(SharedScimApplication.Name)]
public sealed class ScimSignInTests(ScimApplication application)
{
    private const string Basic = "Basic cmVnZW50OnDDpHNzIHdvcmQ=";

    private static readonly string Client = $"Basic {Convert.ToBase64String("regent:s%2Fcret"u8)}";
    private static readonly object[] Group = [new { id = "g", displayName = "Editors" }];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_name_and_a_password()
    {
        using var world = await application.MakeAsync(new { groups = Group, credentials = new[] { Basic } });

        await using var target = world.Open("signIn", "basic", "user", "regent", "password", "päss word");

        Assert.All(await target.CheckAsync(Ct), finding => Assert.True(finding.IsGood, finding.Words));
    }

    [Fact]
    public async Task As_an_OAuth_client_that_fetches_its_token_once_and_again_when_it_is_refused()
    {
        using var world = await application.MakeAsync(new { groups = Group, client = Client });
        await using var target = world.Open(
            "signIn", "clientCredentials", "tokenUrl", world.TokenUrl, "clientId", "regent", "clientSecret", "s/cret", "scope", "scim");

        Assert.All(await target.CheckAsync(Ct), finding => Assert.True(finding.IsGood, finding.Words));
        Assert.Equal("token client_credentials scim", Assert.Single(await TokensAsync(world)));

        await world.BehaveAsync(new { credentials = Array.Empty<string>() });
        Assert.Null((await target.ListAsync(["Editors"], Ct)).Trouble);
        Assert.Equal(2, (await TokensAsync(world)).Count);
    }

    [Fact]
    public async Task A_client_that_is_not_known_is_told_so_without_its_secret()
    {
        using var world = await application.MakeAsync(new { groups = Group, client = Client });
        await using var target = world.Open("signIn", "clientCredentials", "tokenUrl", world.TokenUrl, "clientId", "regent", "clientSecret", "wrong-secret");

        var trouble = (await target.ListAsync(["Editors"], Ct)).Trouble;

        Assert.Equal(TargetAnswer.Refused("The token URL said 401: invalid_client."), trouble);
    }

    [Fact]
    public async Task A_token_never_comes_back_in_words()
    {
        using var world = await application.MakeAsync(new
        {
            answers = new[] { new { status = 403, body = $$"""{"status":"403","detail":"Bearer {{ScimWorld.Token}} may not do this"}""" } },
        });
        await using var target = world.Open();

        Assert.Equal(TargetAnswer.Refused("403 Bearer … may not do this"), (await target.ListAsync(["Editors"], Ct)).Trouble);
    }

    [Fact]
    public async Task An_application_that_leads_elsewhere_is_not_followed()
    {
        using var world = await application.MakeAsync(new
        {
            answers = new[] { new { status = 302, headers = new Dictionary<string, string> { ["Location"] = "https://elsewhere.example/" } } },
        });
        await using var target = world.Open();

        var trouble = (await target.ListAsync(["Editors"], Ct)).Trouble!;

        Assert.Equal(TargetResult.Refused, trouble.Result);
        Assert.Contains("https://elsewhere.example/", trouble.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_for_people_is_not_taken_for_an_answer()
    {
        using var world = await application.MakeAsync(new { answers = new[] { new { status = 200, type = "text/html", body = "<p>Please sign in" } } });
        await using var target = world.Open();

        Assert.Contains("not SCIM", (await target.ListAsync(["Editors"], Ct)).Trouble!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_certificate_that_is_trusted_gets_the_token()
    {
        Assert.SkipWhen(ScimApplication.Missing is not null, ScimApplication.Missing ?? "");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
        var pem = certificate.ExportCertificatePem();
        await using var secure = await NodeServer.StartAsync(
            "tests/scim", KeyValuePair.Create("SCIM_KEY", key.ExportPkcs8PrivateKeyPem()), KeyValuePair.Create("SCIM_CERTIFICATE", pem));

        await using var trusting = ScimWorld.Open(At(secure.Port, pem));
        await using var strict = ScimWorld.Open(At(secure.Port, ""));

        Assert.Contains("404", (await trusting.ListAsync(["Editors"], Ct)).Trouble!.Words, StringComparison.Ordinal);
        var refused = (await strict.ListAsync(["Editors"], Ct)).Trouble!;
        Assert.Equal(TargetResult.Unreachable, refused.Result);
        Assert.Contains("certificate", refused.Words, StringComparison.OrdinalIgnoreCase);
    }

    private static TargetSettings At(int port, string authorities) => new(new Dictionary<string, string>
    {
        ["url"] = $"https://127.0.0.1:{port}/none/scim/v2",
        ["token"] = ScimWorld.Token,
        ["caCertificates"] = authorities,
        ["timeoutSeconds"] = "3",
    });

    private static async Task<IReadOnlyList<string>> TokensAsync(ScimWorld world) =>
        [.. (await world.CallsAsync()).Where(call => call.StartsWith("token", StringComparison.Ordinal))];
}
