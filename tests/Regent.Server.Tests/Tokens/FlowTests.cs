using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Regent.Operations;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Tokens;

/// <summary>The ways to a token, each through the front door.</summary>
public sealed class FlowTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Read = "RoleManagement.Read.Directory";

    [Fact]
    public async Task A_program_gets_a_token_for_itself()
    {
        var program = await OAuthProgram.ConfidentialAsync(server, Read);

        var answer = await program.ForItselfAsync(OAuthProgram.GraphDefault);

        var token = Token(answer);
        Assert.Equal(("Bearer", 3600), ((string?)answer["token_type"], (int)answer["expires_in"]!));
        Assert.Equal([Read], token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value));
        Assert.Equal(program.App.ServicePrincipal.ToString(), token.GetClaim("oid").Value);
        Assert.Equal(program.App.Id.ToString(), token.GetClaim("azp").Value);
        Assert.Equal(server.Services.GetRequiredService<Tenant>().Id.ToString(), token.GetClaim("tid").Value);
        Assert.Equal("https://graph.microsoft.com", Assert.Single(token.Audiences));
    }

    [Fact]
    public async Task A_person_signs_in_with_a_program_and_agrees()
    {
        var program = await OAuthProgram.PublicAsync(server, Read);
        using var edsger = await server.BrowserAsync("edsger");

        var answer = await program.RedeemAsync(await program.CodeAsync(edsger, OAuthProgram.Scopes(Read)));

        var token = Token(answer);
        Assert.Equal(Read, token.GetClaim("scp").Value);
        Assert.Equal("edsger@regent.example", token.GetClaim("upn").Value);
        Assert.Equal("pwd", token.GetClaim("amr").Value);
        Assert.Equal(program.App.Id.ToString(), Assert.Single(new JsonWebToken((string)answer["id_token"]!).Audiences));
        Assert.NotNull(answer["refresh_token"]);
    }

    private static JsonWebToken Token(JsonObject answer) => new((string)answer["access_token"]!);
}
