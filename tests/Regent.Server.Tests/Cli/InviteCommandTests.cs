using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Server.SignIn;

namespace Regent.Server.Tests.Cli;

public sealed class InviteCommandTests : IDisposable
{
    private readonly LocalData local = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_but_the_link_is_printed_and_a_server_on_the_same_data_knows_it()
    {
        await ImportAsync();

        var ran = await local.RunAsync("invite", "--user", "ADA@regent.example", "--public-url", "https://pim.regent.example/");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        var link = Assert.Single(ran.Lines);
        Assert.StartsWith("https://pim.regent.example/sign-in/password?link=", link, StringComparison.Ordinal);
        Assert.Equal((await local.FindAsync("ada@regent.example"))!.Id, await HolderAsync(link));
    }

    [Fact]
    public async Task Where_links_begin_is_said_when_nobody_else_has()
    {
        await ImportAsync();

        var ran = await local.RunAsync("invite", "--user", "ada@regent.example");

        Assert.StartsWith("http://127.0.0.1:5080/sign-in/password?link=", Assert.Single(ran.Lines), StringComparison.Ordinal);
        Assert.Contains("--public-url", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_on_record_without_the_link()
    {
        await ImportAsync();

        await local.RunAsync("invite", "--user", "ada@regent.example");
        await local.RunAsync("invite", "--user", "ada@regent.example", "--lifetime", "2h");

        var record = await local.AskAsync(services => services.GetRequiredService<IAuditLog>()
            .ListAsync(new AuditQuery { Activity = AuditActivities.PasswordLinkIssued }, new PageAsk(5), Ct));
        Assert.Equal(
            ["Good for 2h, on the server's own machine.", "Good for 7d, on the server's own machine."],
            record.Items.Select(item => item.Entry.Reason));
    }

    [Theory]
    [InlineData("eve@regent.example", "1h", "https://pim.regent.example", 1)]
    [InlineData("disabled@regent.example", "1h", "https://pim.regent.example", 1)]
    [InlineData("ada", "1h", "https://pim.regent.example", 2)]
    [InlineData("ada@regent.example", "0h", "https://pim.regent.example", 2)]
    [InlineData("ada@regent.example", "31d", "https://pim.regent.example", 2)]
    [InlineData("ada@regent.example", "1h", "pim.regent.example", 2)]
    [InlineData("ada@regent.example", "1h", "javascript:alert(1)", 2)]
    public async Task What_is_wrong_is_said_and_nothing_printed(string user, string lifetime, string url, int exit)
    {
        await ImportAsync();

        var ran = await local.RunAsync("invite", "--user", user, "--lifetime", lifetime, "--public-url", url);

        Assert.Equal((exit, ""), (ran.Exit, ran.Output));
        Assert.NotEmpty(ran.Error);
    }

    [Fact]
    public async Task Everybody_an_import_adds_is_given_a_link_where_no_mail_server_is_configured()
    {
        await local.ImportAsync("userPrincipalName,displayName", "alan@regent.example,Alan");
        var file = await local.FileAsync(
            """
            userPrincipalName,displayName,accountEnabled,memberOf
            ada@regent.example,Ada,true,Analysts
            alan@regent.example,Alan Turing,true,
            disabled@regent.example,Disabled,false,
            grace@regent.example,Grace,true,
            """);

        var ran = await local.RunAsync("import", file, "--invite", "--public-url", "https://pim.regent.example");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Matches("^line 2  new           ada@regent.example       https://pim.regent.example/sign-in/password\\?link=[0-9a-f]{40}  joins Analysts$", ran.Lines[0]);
        Assert.Equal("line 3  changed       alan@regent.example      displayName", ran.Lines[1]);
        Assert.Equal("line 4  new           disabled@regent.example", ran.Lines[2]);
        Assert.Matches("link=[0-9a-f]{40}$", ran.Lines[3]);
        Assert.Equal("Hand each link to its person. It works once, within 7d.", ran.Lines[^1]);
        foreach (var (name, line) in new[] { ("ada", 0), ("grace", 3) })
        {
            Assert.Equal((await local.FindAsync($"{name}@regent.example"))!.Id, await HolderAsync(ran.Lines[line]));
        }

        Assert.Equal("Done.", (await local.RunAsync("import", file, "--invite")).Lines[^1]);
    }

    [Fact]
    public async Task An_import_that_is_refused_invites_nobody()
    {
        var ran = await local.RunAsync("import", await local.FileAsync("userPrincipalName\nada@regent.example\nnobody\n"), "--invite");

        Assert.Equal(1, ran.Exit);
        Assert.DoesNotContain("link=", ran.Output, StringComparison.Ordinal);
        Assert.StartsWith("Nothing was imported.", ran.Lines[^1], StringComparison.Ordinal);
    }

    public void Dispose() => local.Dispose();

    private Task<Ran> ImportAsync() =>
        local.ImportAsync("userPrincipalName,accountEnabled", "ada@regent.example,true", "disabled@regent.example,false");

    private Task<PrincipalId?> HolderAsync(string line) => local.AskAsync(
        services => services.GetRequiredService<PasswordLinks>().HolderAsync(line.Split("link=")[1].Split(' ')[0], Ct));
}
