using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Server.SignIn;

namespace Regent.Server.Tests.SignIn;

public sealed class AccessTokenTests : IDisposable
{
    private readonly SignInHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_token_says_who_calls_until_it_expires()
    {
        var ada = await host.AddAsync("ada");
        var token = await IssueAsync(ada, TimeSpan.FromHours(1));

        Assert.Equal(new Caller(ada.Id, MfaAt: null), await CallerAsync(token));
        host.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await CallerAsync(token));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await CallerAsync(token));
    }

    [Fact]
    public async Task A_token_of_somebody_disabled_is_worth_nothing()
    {
        var ada = await host.AddAsync("ada");
        var token = await IssueAsync(ada, TimeSpan.FromHours(1));

        await host.SaveAsync(ada with { IsEnabled = false });

        Assert.Null(await CallerAsync(token));
    }

    [Fact]
    public async Task A_new_password_ends_tokens()
    {
        var ada = await host.AddAsync("ada");
        var token = await IssueAsync(ada, TimeSpan.FromHours(1));
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        await visitor.OpenAsync("/account");

        await visitor.SubmitAsync(
            "/account/password", ("password", SignInHost.Password), ("newPassword", "an even longer secret"), ("repeated", "an even longer secret"));

        Assert.Null(await CallerAsync(token));
    }

    [Fact]
    public async Task Somebody_without_an_account_can_have_a_token()
    {
        var robot = await host.AddPersonAsync("robot");

        var token = await IssueAsync(robot, TimeSpan.FromHours(1));

        Assert.Equal(robot.Id, (await CallerAsync(token))?.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("regent_")]
    [InlineData("regent_AAAA")]
    [InlineData("regent_####")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task What_is_no_token_is_worth_nothing(string token)
    {
        Assert.Null(await CallerAsync(token));
    }

    [Fact]
    public async Task A_token_that_was_changed_is_worth_nothing()
    {
        var ada = await host.AddAsync("ada");
        var token = await IssueAsync(ada, TimeSpan.FromHours(1));

        Assert.Null(await CallerAsync(token[..^4] + (token.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA")));
    }

    [Fact]
    public async Task A_token_opens_no_pages_and_a_session_no_interface()
    {
        var ada = await host.AddAsync("ada");
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        var cookie = visitor.Response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("regent-session=", StringComparison.Ordinal)).Split(';')[0];

        Assert.Null(await CallerAsync(await IssueAsync(ada, TimeSpan.FromHours(1)), Schemes.Session));
        Assert.Null(await AuthenticateAsync(Schemes.Bearer, ("Cookie", cookie)));
        Assert.NotNull(await AuthenticateAsync(Schemes.Session, ("Cookie", cookie)));
    }

    private Task<string> IssueAsync(Principal person, TimeSpan lifetime) => host.Services.GetRequiredService<AccessTokens>()
        .IssueAsync(person.Id, lifetime, host.Clock.GetUtcNow(), TestContext.Current.CancellationToken);

    private Task<Caller?> CallerAsync(string token, string scheme = Schemes.Bearer) => AuthenticateAsync(scheme, ("Authorization", $"Bearer {token}"));

    private async Task<Caller?> AuthenticateAsync(string scheme, (string Name, string Value) header)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var request = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        request.Request.Headers[header.Name] = header.Value;
        return Caller.From((await request.AuthenticateAsync(scheme)).Principal);
    }
}
