using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Audit;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Server.SignIn;

namespace Regent.Server.Tests.Cli;

public sealed class TokenCommandTests : IDisposable
{
    private readonly LocalData local = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_but_the_token_is_printed_and_a_server_on_the_same_data_knows_it()
    {
        await ImportAsync();

        var ran = await local.RunAsync("token", "--user", "ADA@regent.example");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        var ada = await local.FindAsync("ada@regent.example");
        Assert.Equal(ada!.Id, Caller.From(await HolderAsync(ran.Output.Trim(), TimeSpan.FromMinutes(59)))?.Id);
        Assert.Null(await HolderAsync(ran.Output.Trim(), TimeSpan.FromMinutes(61)));
    }

    [Fact]
    public async Task It_is_on_record_without_the_token()
    {
        await ImportAsync();

        var ran = await local.RunAsync("token", "--user", "ada@regent.example", "--lifetime", "7d");

        var record = await local.AskAsync(services => services.GetRequiredService<IAuditLog>()
            .ListAsync(new AuditQuery { Activity = AuditActivities.TokenIssued }, new PageAsk(5), Ct));
        var entry = Assert.Single(record.Items).Entry;
        Assert.Equal((await local.FindAsync("ada@regent.example"))!.Id, entry.Subject);
        Assert.Equal("Good for 7d, on the server's own machine.", entry.Reason);
        Assert.NotNull(await HolderAsync(ran.Output.Trim(), TimeSpan.FromDays(6)));
    }

    [Theory]
    [InlineData("eve@regent.example", "1h", 1)]
    [InlineData("disabled@regent.example", "1h", 1)]
    [InlineData("ada", "1h", 2)]
    [InlineData("ada@regent.example", "0h", 2)]
    [InlineData("ada@regent.example", "-1h", 2)]
    [InlineData("ada@regent.example", "many", 2)]
    [InlineData("ada@regent.example", "91d", 2)]
    public async Task What_is_wrong_is_said_and_nothing_printed(string user, string lifetime, int exit)
    {
        await ImportAsync();

        var ran = await local.RunAsync("token", "--user", user, "--lifetime", lifetime);

        Assert.Equal((exit, ""), (ran.Exit, ran.Output));
        Assert.NotEmpty(ran.Error);
    }

    [Fact]
    public async Task A_mistyped_directory_does_not_become_a_new_database()
    {
        var ran = await local.RunAsync("token", "--user", "ada@regent.example");

        Assert.Equal(2, ran.Exit);
        Assert.Contains("There is no Regent data in", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(local.Data));
    }

    public void Dispose() => local.Dispose();

    private Task<Ran> ImportAsync() =>
        local.ImportAsync("userPrincipalName,accountEnabled", "ada@regent.example,true", "disabled@regent.example,false");

    private Task<ClaimsPrincipal?> HolderAsync(string token, TimeSpan later) => local.AskAsync(services =>
        services.GetRequiredService<AccessTokens>().ReadAsync(token, services.GetRequiredService<TimeProvider>().GetUtcNow() + later, Ct));
}
