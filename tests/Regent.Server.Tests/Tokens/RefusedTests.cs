using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Apps;
using Regent.Operations.Ports;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;
using Regent.Storage;

namespace Regent.Server.Tests.Tokens;

/// <summary>What gets no token, and when a token stops working. The clock is this class's own.</summary>
public abstract class RefusedTests(SampleServer server)
{
    private const string Me = "/v1.0/me";
    private const string Arm =
        "/subscriptions/5a1e0000-0000-4000-8000-000000000001/providers/Microsoft.Authorization/roleDefinitions?api-version=2022-04-01";

    private const string Read = "RoleManagement.Read.Directory";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_is_good_once_and_what_it_gave_is_void_when_it_comes_again()
    {
        var (program, code) = await CodeAsync();
        var answer = await program.RedeemAsync(code);
        using var client = server.With((string)answer["access_token"]!);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/oidc/userinfo"));

        var refused = await program.RedeemAsync(code, HttpStatusCode.BadRequest);

        Assert.Equal("invalid_grant", (string?)refused["error"]);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, Me));
        await program.RefreshAsync((string)answer["refresh_token"]!, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("code_verifier", "another-verifier-that-is-long-enough-for-rfc-7636-as-well")]
    [InlineData("code_verifier", null)]
    [InlineData("redirect_uri", "http://localhost/elsewhere")]
    [InlineData("client_id", "0198f1a2-7c00-7000-8000-00000000000a")]
    [InlineData("scope", "RoleManagement.Read.Directory User.Read")]
    public async Task A_code_is_only_for_who_asked_for_it(string name, string? value)
    {
        var (program, code) = await CodeAsync();

        var refused = await program.RedeemAsync(code, name == "client_id" ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest, (name, value));

        Assert.Contains((string?)refused["error"], (string?[])["invalid_grant", "invalid_request", "invalid_client", "invalid_scope"]);
    }

    [Theory]
    [InlineData("redirect_uri", "https://elsewhere.example/")]
    [InlineData("client_id", "0198f1a2-7c00-7000-8000-00000000000a")]
    [InlineData("client_id", "nobody")]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", "plain")]
    public async Task Nobody_is_sent_anywhere_by_a_request_that_is_not_safe(string name, string? value)
    {
        var program = await OAuthProgram.PublicAsync(server, Read);
        using var edsger = await server.BrowserAsync("edsger");

        using var answer = await edsger.GetAsync(program.AuthorizeAddress(Read, (name, value)), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("/common/oauth2/v2.0/authorize", answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("This cannot go on", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scope", "RoleManagement.ReadWrite.Directory", "invalid_scope")]
    [InlineData("scope", "Nothing.Known", "invalid_scope")]
    [InlineData("scope", "https://elsewhere.example/.default", "invalid_scope")]
    [InlineData("scope", "RoleManagement.Read.Directory user_impersonation", "invalid_scope")]
    [InlineData("scope", "https://management.azure.com/.default", "invalid_scope")]
    public async Task What_a_program_may_not_ask_it_is_told(string name, string? value, string error)
    {
        var program = await OAuthProgram.PublicAsync(server, Read);
        using var edsger = await server.BrowserAsync("edsger");

        using var answer = await edsger.GetAsync(program.AuthorizeAddress(Read, (name, value)), Ct);

        Assert.Equal(error, OAuthProgram.ReadBack(answer.RequestMessage!.RequestUri!)["error"]);
    }

    [Theory]
    [InlineData("not-the-secret", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData(null, HttpStatusCode.BadRequest, "invalid_request")]
    public async Task A_program_without_its_secret_gets_nothing(string? secret, HttpStatusCode status, string error)
    {
        var program = await OAuthProgram.ConfidentialAsync(server, Read);
        program.Secret = secret;

        Assert.Equal(error, (string?)(await program.ForItselfAsync(OAuthProgram.GraphDefault, status))["error"]);
    }

    [Fact]
    public async Task A_program_for_people_gets_nothing_for_itself()
    {
        var program = await OAuthProgram.PublicAsync(server, Read);

        await program.ForItselfAsync(OAuthProgram.GraphDefault, HttpStatusCode.BadRequest);
        program.Secret = "any";
        await program.ForItselfAsync(OAuthProgram.GraphDefault, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_program_for_itself_asks_for_all_it_was_granted_and_no_part()
    {
        var program = await OAuthProgram.ConfidentialAsync(server, Read);

        Assert.Equal("invalid_scope", (string?)(await program.ForItselfAsync(Read, HttpStatusCode.BadRequest))["error"]);
    }

    [Fact]
    public async Task A_refresh_token_that_comes_again_voids_all_that_came_of_it()
    {
        var (program, code) = await CodeAsync();
        var first = await program.RedeemAsync(code);
        var second = await program.RefreshAsync((string)first["refresh_token"]!);
        server.Clock.Advance(TimeSpan.FromMinutes(2));

        await program.RefreshAsync((string)first["refresh_token"]!, HttpStatusCode.BadRequest);

        Assert.Equal("invalid_grant", (string?)(await program.RefreshAsync((string)second["refresh_token"]!, HttpStatusCode.BadRequest))["error"]);
    }

    [Fact]
    public async Task An_access_token_ends_by_itself()
    {
        using var client = await server.DelegatedAsync("edsger", "User.Read");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/oidc/userinfo"));

        server.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/oidc/userinfo"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, Me));
    }

    [Fact]
    public async Task A_token_is_void_once_it_is_revoked()
    {
        var (program, code) = await CodeAsync();
        var token = (string)(await program.RedeemAsync(code))["access_token"]!;
        using var client = server.With(token);

        await program.PostAsync("revoke", HttpStatusCode.OK, new() { ["token"] = token });

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, Me));
    }

    [Fact]
    public async Task Nothing_works_for_a_person_who_is_disabled()
    {
        var (program, code) = await CodeAsync("margaret");
        var answer = await program.RedeemAsync(code);
        using var client = server.With((string)answer["access_token"]!);
        var margaret = await server.PersonAsync("margaret");

        await SaveAsync(margaret with { IsEnabled = false });

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, Me));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/oidc/userinfo"));
        await program.RefreshAsync((string)answer["refresh_token"]!, HttpStatusCode.BadRequest);
        await SaveAsync(margaret);
    }

    [Fact]
    public async Task Nothing_works_for_a_program_that_is_disabled_or_removed()
    {
        var program = await OAuthProgram.ConfidentialAsync(server, Read);
        using var client = server.With((string)(await program.ForItselfAsync(OAuthProgram.GraphDefault))["access_token"]!);
        Assert.NotEqual(HttpStatusCode.Unauthorized, await StatusAsync(client, Me));

        var servicePrincipal = (await server.Services.GetRequiredService<IDirectory>().FindAsync(program.App.ServicePrincipal, Ct))!;
        await SaveAsync(servicePrincipal with { IsEnabled = false });
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, Me));
        await SaveAsync(servicePrincipal);
        Assert.NotEqual(HttpStatusCode.Unauthorized, await StatusAsync(client, Me));

        await server.Services.GetRequiredService<RemoveApp>().ExecuteAsync(await AdaAsync(), program.App.Id, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, Me));
        await program.ForItselfAsync(OAuthProgram.GraphDefault, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_a_program_may_is_gone_as_soon_as_it_is_taken_away()
    {
        var program = await OAuthProgram.ConfidentialAsync(server, Read);
        using var client = server.With((string)(await program.ForItselfAsync(OAuthProgram.GraphDefault))["access_token"]!);

        await server.Services.GetRequiredService<ChangeApp>().ExecuteAsync(await AdaAsync(), program.App.Id, new AppAsk("Test service"), Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, Me));
    }

    [Fact]
    public async Task A_secret_is_good_until_it_ends_or_is_removed()
    {
        var program = await OAuthProgram.ConfidentialAsync(server, Read);
        var ada = await AdaAsync();
        var more = await server.Services.GetRequiredService<AddAppSecret>().ExecuteAsync(ada, program.App.Id, TimeSpan.FromDays(2), Ct);
        var (changed, secret) = Assert.IsType<Core.Outcome<AppWithSecret>.Done>(more).Value;
        await program.ForItselfAsync(OAuthProgram.GraphDefault);
        program.Secret = secret;
        await program.ForItselfAsync(OAuthProgram.GraphDefault);

        await server.Services.GetRequiredService<RemoveAppSecret>().ExecuteAsync(ada, program.App.Id, changed.Secrets[^1].Id, Ct);

        await program.ForItselfAsync(OAuthProgram.GraphDefault, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_for_one_resource_is_not_good_for_the_other()
    {
        var program = await OAuthProgram.ConfidentialAsync(server, Read);
        using var arm = server.With((string)(await program.ForItselfAsync(OAuthProgram.ArmDefault))["access_token"]!);

        using var graph = server.With((string)(await program.ForItselfAsync(OAuthProgram.GraphDefault))["access_token"]!);
        using var person = await server.DelegatedAsync("edsger", "User.Read");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await StatusAsync(arm, Arm), await StatusAsync(arm, Me)));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (await StatusAsync(graph, Arm), await StatusAsync(graph, Me)));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await StatusAsync(person, Arm), await StatusAsync(person, Me)));
    }

    [Fact]
    public async Task A_token_for_all_of_the_server_is_good_for_what_the_program_was_given_and_no_more()
    {
        var own = $"{server.Address}/.default";
        var service = await OAuthProgram.ConfidentialAsync(server, Read);
        using var forItself = server.With((string)(await service.ForItselfAsync(own))["access_token"]!);
        var both = await OAuthProgram.PublicAsync(server, "User.Read", "user_impersonation");
        var one = await OAuthProgram.PublicAsync(server, "User.Read");
        using var browser = await server.BrowserAsync("edsger");
        using var withBoth = server.With((string)(await both.RedeemAsync(await both.CodeAsync(browser, own)))["access_token"]!);
        using var withOne = server.With((string)(await one.RedeemAsync(await one.CodeAsync(browser, own)))["access_token"]!);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(forItself, Arm), await StatusAsync(forItself, ApiClient.AssignmentInstances)));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(withBoth, Arm), await StatusAsync(withBoth, Me)));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await StatusAsync(withOne, Arm), await StatusAsync(withOne, Me)));
    }

    [Fact]
    public async Task What_ended_is_forgotten_the_night_after_and_what_people_agreed_to_is_not()
    {
        var (program, code) = await CodeAsync();
        var first = await program.RedeemAsync(code);
        await program.RefreshAsync((string)first["refresh_token"]!);
        Assert.InRange((await CountAsync(program)).Tokens, 4, 8);

        server.Clock.Advance(TimeSpan.FromDays(3));
        await Eventually.TrueAsync(async () => await CountAsync(program) == (2, 2), "all but the two refresh tokens is forgotten");
        Assert.Equal("invalid_grant", (string?)(await program.RefreshAsync((string)first["refresh_token"]!, HttpStatusCode.BadRequest))["error"]);

        server.Clock.Advance(TimeSpan.FromDays(100));
        await Eventually.TrueAsync(async () => await CountAsync(program) == (0, 1), "all but what edsger agreed to is forgotten");
        using var edsger = await server.BrowserAsync("edsger");
        using var again = await edsger.GetAsync(program.AuthorizeAddress(Read), Ct);
        Assert.Contains("code", OAuthProgram.ReadBack(again.RequestMessage!.RequestUri!).Keys);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Ct);
        return answer.StatusCode;
    }

    private async Task<(long Tokens, long Agreed)> CountAsync(OAuthProgram program)
    {
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<RegentDb>>().CreateDbContextAsync(Ct);
        var id = program.App.Id.Value;
        return (
            await db.Database.SqlQuery<long>($"""select count(*) as "Value" from app_tokens where application_id = {id}""").SingleAsync(Ct),
            await db.Database.SqlQuery<long>($"""select count(*) as "Value" from app_authorizations where application_id = {id}""").SingleAsync(Ct));
    }

    private async Task<(OAuthProgram Program, string Code)> CodeAsync(string name = "edsger")
    {
        var program = await OAuthProgram.PublicAsync(server, Read);
        using var browser = await server.BrowserAsync(name);
        return (program, await program.CodeAsync(browser, OAuthProgram.Scopes(Read)));
    }

    private async Task<Caller> AdaAsync() => new((await server.PersonAsync("ada")).Id, MfaAt: null);

    private Task<bool> SaveAsync(Principal principal) => server.Services.GetRequiredService<IUnitOfWork>().RunAsync(
        async ct =>
        {
            await server.Services.GetRequiredService<IDirectory>().SaveAsync(principal, ct);
            return true;
        },
        Ct);
}
