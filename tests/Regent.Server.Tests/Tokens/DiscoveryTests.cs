using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Regent.Operations;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Tokens;

/// <summary>How clients find their way, and the keys they trust.</summary>
public sealed class DiscoveryTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Issuer => $"{server.Address}/{server.Services.GetRequiredService<Tenant>().Id}/v2.0";

    [Theory]
    [InlineData("")]
    [InlineData("/common")]
    [InlineData("/organizations")]
    [InlineData("/Common")]
    [InlineData("/regent.example")]
    [InlineData("/{tenant}")]
    public async Task Every_name_of_the_tenant_leads_to_the_one_issuer(string tenant)
    {
        _ = server.Address;
        tenant = tenant.Replace("{tenant}", server.Services.GetRequiredService<Tenant>().Id.ToString(), StringComparison.Ordinal);

        var told = await GetAsync($"{tenant}/v2.0/.well-known/openid-configuration");

        Assert.Equal(Issuer, (string?)told["issuer"]);
        Assert.Equal($"{server.Address}{tenant}/oauth2/v2.0/token", (string?)told["token_endpoint"]);
        Assert.Equal($"{server.Address}{tenant}/oauth2/v2.0/devicecode", (string?)told["device_authorization_endpoint"]);
        Assert.Equal(["S256"], told["code_challenge_methods_supported"]!.AsArray().Select(one => (string)one!));
        Assert.NotEmpty((await GetAsync(new Uri((string)told["jwks_uri"]!).AbsolutePath))["keys"]!.AsArray());
    }

    [Theory]
    [InlineData("/0198f1a2-7c00-7000-8000-00000000000a/v2.0/.well-known/openid-configuration")]
    [InlineData("/nobody/v2.0/.well-known/openid-configuration")]
    [InlineData("/common/common/oauth2/v2.0/token")]
    [InlineData("/common/v1.0/me")]
    public async Task Another_tenant_is_not_here(string address)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Address) };

        using var answer = await http.GetAsync(address, Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_is_signed_by_a_key_that_is_shown_and_a_new_key_is_shown_before_it_signs()
    {
        await using var own = new SampleServer();
        var program = await OAuthProgram.ConfidentialAsync(own);
        var before = await program.ForItselfAsync(OAuthProgram.GraphDefault);
        var first = await KeysAsync(own);
        Assert.Single(first);
        Assert.True(await IsSignedByAsync(before, first));

        own.Clock.Advance(TimeSpan.FromDays(91));
        var second = await KeysAsync(own);
        var between = await program.ForItselfAsync(OAuthProgram.GraphDefault);
        own.Clock.Advance(TimeSpan.FromDays(2));
        var after = await program.ForItselfAsync(OAuthProgram.GraphDefault);

        Assert.Equal(2, second.Count);
        Assert.Equal(KeyOf(before), KeyOf(between));
        Assert.NotEqual(KeyOf(before), KeyOf(after));
        Assert.True(await IsSignedByAsync(after, second));
        using var client = own.With((string)between["access_token"]!);
    }

    private static string KeyOf(JsonObject answer) => new JsonWebToken((string)answer["access_token"]!).Kid;

    private static async Task<IList<JsonWebKey>> KeysAsync(SampleServer server)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Address) };
        return new JsonWebKeySet(await http.GetStringAsync("/discovery/v2.0/keys", Ct)).Keys;
    }

    private static async Task<bool> IsSignedByAsync(JsonObject answer, IList<JsonWebKey> keys) =>
        (await new JsonWebTokenHandler().ValidateTokenAsync(
            (string)answer["access_token"]!,
            new TokenValidationParameters
            {
                IssuerSigningKeys = keys,
                ValidateLifetime = false,
                ValidateIssuer = false,
                ValidAudience = "https://graph.microsoft.com",
            })).IsValid;

    private async Task<JsonObject> GetAsync(string address)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Address) };
        return JsonNode.Parse(await http.GetStringAsync(address, Ct))!.AsObject();
    }
}
