using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Regent.Operations;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Tokens;

/// <summary>The ways to a token, each through the front door.</summary>
public abstract class FlowTests(SampleServer server)
{
    private const string Read = "RoleManagement.Read.Directory";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
        Assert.Null(answer["refresh_token"]);
    }

    [Fact]
    public async Task A_person_signs_in_with_a_program_and_agrees()
    {
        var program = await OAuthProgram.PublicAsync(server, Read);
        using var edsger = await server.BrowserAsync("edsger");

        var code = await program.CodeAsync(edsger, OAuthProgram.Scopes(Read));
        var answer = await program.RedeemAsync(code, changed: ("scope", OAuthProgram.Scopes(Read)));

        var token = Token(answer);
        Assert.Equal(Read, token.GetClaim("scp").Value);
        Assert.Equal("edsger@regent.example", token.GetClaim("upn").Value);
        Assert.Equal("pwd", token.GetClaim("amr").Value);
        Assert.Equal(program.App.Id.ToString(), Assert.Single(new JsonWebToken((string)answer["id_token"]!).Audiences));
        Assert.NotNull(answer["refresh_token"]);
    }

    [Fact]
    public async Task Who_agreed_once_is_not_asked_again()
    {
        var program = await OAuthProgram.PublicAsync(server, Read, "User.Read");
        using var edsger = await server.BrowserAsync("edsger");
        await program.CodeAsync(edsger, Read);

        using var again = await edsger.GetAsync(program.AuthorizeAddress(Read), Ct);
        using var more = await edsger.GetAsync(program.AuthorizeAddress($"{Read} User.Read"), Ct);
        using var asked = await edsger.GetAsync(program.AuthorizeAddress(Read, ("prompt", "consent")), Ct);
        using var silent = await edsger.GetAsync(program.AuthorizeAddress("User.Read", ("prompt", "none")), Ct);

        Assert.Contains("code", OAuthProgram.ReadBack(again.RequestMessage!.RequestUri!).Keys);
        Assert.Equal("/sign-in/consent", more.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("/sign-in/consent", asked.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("consent_required", OAuthProgram.ReadBack(silent.RequestMessage!.RequestUri!)["error"]);
    }

    [Fact]
    public async Task Who_does_not_agree_goes_back_without_a_code()
    {
        var program = await OAuthProgram.PublicAsync(server, Read);
        using var edsger = await server.BrowserAsync("edsger");
        using var page = await edsger.GetAsync(program.AuthorizeAddress(Read), Ct);

        using var answer = await WebForm.SubmitAsync(edsger, page, "/sign-in/consent", ("decision", "no"));
        using var back = await edsger.GetAsync(WebForm.GoesOnTo(await answer.Content.ReadAsStringAsync(Ct)), Ct);

        var read = OAuthProgram.ReadBack(back.RequestMessage!.RequestUri!);
        Assert.Equal(("access_denied", "where-I-was"), (read["error"], read["state"]));
    }

    [Fact]
    public async Task Somebody_else_can_sign_in_and_answer_instead()
    {
        var program = await OAuthProgram.PublicAsync(server, Read);
        using var edsger = await server.BrowserAsync("edsger");
        using var page = await edsger.GetAsync(program.AuthorizeAddress(Read, ("prompt", "consent")), Ct);
        var link = Regex.Match(await page.Content.ReadAsStringAsync(Ct), """<a href="(?<to>[^"]*)" data-testid="somebody-else">""").Groups["to"].Value;

        using var signIn = await edsger.GetAsync(WebUtility.HtmlDecode(link), Ct);
        using var before = await edsger.GetAsync("/account", Ct);

        Assert.Equal(("/sign-in", "/sign-in"), (signIn.RequestMessage!.RequestUri!.AbsolutePath, before.RequestMessage!.RequestUri!.AbsolutePath));
        var back = OAuthProgram.ReadBack(signIn.RequestMessage.RequestUri)["returnUrl"];
        Assert.Contains(program.App.Id.ToString(), back, StringComparison.Ordinal);
        Assert.DoesNotContain("prompt", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_gets_a_code()
    {
        var program = await OAuthProgram.PublicAsync(server, Read);
        using var nobody = new HttpClient { BaseAddress = new Uri(server.Address) };

        using var asked = await nobody.GetAsync(program.AuthorizeAddress(Read), Ct);
        using var silent = await nobody.GetAsync(program.AuthorizeAddress(Read, ("prompt", "none")), Ct);

        Assert.Equal("/sign-in", asked.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("login_required", OAuthProgram.ReadBack(silent.RequestMessage!.RequestUri!)["error"]);
    }

    [Theory]
    [InlineData("login")]
    [InlineData("login consent")]
    public async Task A_program_can_demand_that_somebody_signs_in_anew(string prompt)
    {
        var program = await OAuthProgram.PublicAsync(server, Read);
        using var edsger = await server.BrowserAsync("edsger");

        using var page = await edsger.GetAsync(program.AuthorizeAddress(Read, ("prompt", prompt)), Ct);

        Assert.Equal("/sign-in", page.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.DoesNotContain("login", OAuthProgram.ReadBack(page.RequestMessage.RequestUri)["returnUrl"].Split("prompt=")[^1].Split('&')[0]);
    }

    [Theory]
    [InlineData("urn:ietf:params:oauth:grant-type:device_code")]
    [InlineData("device_code")]
    public async Task A_device_is_let_in_with_its_code(string grant)
    {
        var program = await OAuthProgram.PublicAsync(server, Read);
        var asked = await program.PostAsync("devicecode", HttpStatusCode.OK, new() { ["scope"] = OAuthProgram.Scopes(Read) });
        var form = new Dictionary<string, string?> { ["grant_type"] = grant, ["device_code"] = (string)asked["device_code"]! };
        Assert.Equal("authorization_pending", (string?)(await program.TokenAsync(HttpStatusCode.BadRequest, new(form)))["error"]);
        Assert.Contains((string)asked["user_code"]!, (string)asked["message"]!);
        Assert.Equal($"{server.Address}/device?user_code={asked["user_code"]}", (string?)asked["verification_uri_complete"]);
        using var edsger = await server.BrowserAsync("edsger");

        var said = await OAuthProgram.AnswerDeviceAsync(edsger, (string)asked["user_code"]!, "yes");

        Assert.Contains("The device is let in", said);
        var answer = await program.TokenAsync(HttpStatusCode.OK, new(form));
        Assert.Equal("edsger@regent.example", Token(answer).GetClaim("upn").Value);
        Assert.NotNull(answer["refresh_token"]);
        await program.TokenAsync(HttpStatusCode.BadRequest, new(form));
    }

    [Fact]
    public async Task A_device_that_is_refused_gets_nothing()
    {
        var program = await OAuthProgram.PublicAsync(server, Read);
        var (userCode, deviceCode) = await program.DeviceCodeAsync(Read);
        using var edsger = await server.BrowserAsync("edsger");

        using var unknown = await edsger.GetAsync("/device?user_code=1234-5678-9012", Ct);
        var said = await OAuthProgram.AnswerDeviceAsync(edsger, userCode, "no");

        Assert.Contains("There is no such code", await unknown.Content.ReadAsStringAsync(Ct));
        Assert.Contains("The device is not let in", said);
        var refused = await program.TokenAsync(
            HttpStatusCode.BadRequest, new() { ["grant_type"] = "urn:ietf:params:oauth:grant-type:device_code", ["device_code"] = deviceCode });
        Assert.Equal("access_denied", (string?)refused["error"]);
    }

    [Fact]
    public async Task A_refresh_token_gives_another_token_and_another_refresh_token()
    {
        var program = await OAuthProgram.PublicAsync(server, Read, "User.Read", "user_impersonation");
        using var edsger = await server.BrowserAsync("edsger");
        var first = await program.RedeemAsync(await program.CodeAsync(edsger, OAuthProgram.Scopes(Read)));

        var second = await program.RefreshAsync((string)first["refresh_token"]!, changed: ("client_info", "1"));
        var third = await program.RefreshAsync((string)second["refresh_token"]!, changed: ("scope", "User.Read offline_access"));
        var fourth = await program.RefreshAsync((string)third["refresh_token"]!, changed: ("scope", $"{OAuthProgram.ArmDefault} offline_access"));

        Assert.Equal((Read, "User.Read"), (Token(second).GetClaim("scp").Value, Token(third).GetClaim("scp").Value));
        Assert.Equal("https://management.azure.com", Assert.Single(Token(fourth).Audiences));
        Assert.NotNull(second["client_info"]);
    }

    [Fact]
    public async Task Who_signed_in_is_told_to_the_program()
    {
        var program = await OAuthProgram.PublicAsync(server, "User.Read");
        using var edsger = await server.BrowserAsync("edsger");
        var answer = await program.RedeemAsync(await program.CodeAsync(edsger, OAuthProgram.Scopes("User.Read")));

        using var client = server.With((string)answer["access_token"]!);
        var told = JsonNode.Parse(await client.GetStringAsync("/oidc/userinfo", Ct))!;

        Assert.Equal("edsger@regent.example", (string?)told["preferred_username"]);
    }

    private static JsonWebToken Token(JsonObject answer) => new((string)answer["access_token"]!);
}
