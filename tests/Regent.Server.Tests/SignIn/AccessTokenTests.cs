using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Ports;
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

    [Fact]
    public async Task The_command_prints_a_token_and_puts_it_on_record()
    {
        var ada = await host.AddAsync("ada");

        var (exit, output, _) = await CommandAsync(("user", "ADA@regent.example"), ("hours", "2"));

        Assert.Equal(0, exit);
        Assert.Equal(ada.Id, (await CallerAsync(output.Trim()))?.Id);
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await CallerAsync(output.Trim()));
        var entries = await host.Services.GetRequiredService<IAuditLog>().ListAsync(new AuditQuery(), new PageAsk(1, null), CancellationToken.None);
        Assert.Equal((AuditActivities.TokenIssued, ada.Id), (entries.Items[0].Entry.Activity, entries.Items[0].Entry.Subject));
    }

    [Theory]
    [InlineData("eve@regent.example", "8")]
    [InlineData("disabled@regent.example", "8")]
    [InlineData("", "8")]
    [InlineData("ada@regent.example", "0")]
    [InlineData("ada@regent.example", "-1")]
    [InlineData("ada@regent.example", "many")]
    [InlineData("ada@regent.example", "2161")]
    public async Task The_command_says_what_is_wrong_and_prints_nothing(string user, string hours)
    {
        await host.AddAsync("ada");
        await host.SaveAsync(await host.AddPersonAsync("disabled") with { IsEnabled = false });

        var (exit, output, errors) = await CommandAsync(("user", user), ("hours", hours));

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.NotEmpty(errors);
    }

    private async Task<(int Exit, string Output, string Errors)> CommandAsync(params (string Key, string Value)[] arguments)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(arguments.ToDictionary(argument => argument.Key, argument => (string?)argument.Value)).Build();
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (await TokenCommand.RunAsync(host.Services, configuration, output, errors), output.ToString(), errors.ToString());
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
