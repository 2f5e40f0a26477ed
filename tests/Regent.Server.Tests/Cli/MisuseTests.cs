using System.Net;
using System.Net.Sockets;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Cli;

/// <summary>What goes wrong is told in a sentence that says what to do, and in the exit code.</summary>
public sealed class MisuseTests(SampleServer server) : IClassFixture<SampleServer>
{
    private readonly RemoteCli cli = new(server);

    [Fact]
    public async Task A_name_that_several_roles_have_is_refused_with_all_of_them()
    {
        var ran = await cli.RunAsync("alan", "activate", "administrator", "--reason", "x");

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.Equal(
            "\"administrator\" could be any of these. Say more of the name: Billing Administrator Exchange Administrator User Administrator",
            string.Join(' ', ran.Error.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task A_name_no_role_has_is_refused_with_those_there_are()
    {
        var ran = await cli.RunAsync("alan", "activate", "emperor", "--reason", "x");

        Assert.Equal(2, ran.Exit);
        Assert.Contains("There is no role called \"emperor\". You may activate:", ran.Error, StringComparison.Ordinal);
        Assert.Contains("  Security Reader", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_one_is_not_eligible_for_is_refused_by_the_server()
    {
        var ran = await cli.RunAsync("alan", "activate", "Global Administrator", "--reason", "x");

        Assert.Equal(1, ran.Exit);
        Assert.StartsWith("Global Administrator  refused  ", Assert.Single(ran.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--duration", "soon", "such as 2h, 90m or 1h30m")]
    [InlineData("--duration", "0h", "such as 2h, 90m or 1h30m")]
    [InlineData("--duration", "-1h", "such as 2h, 90m or 1h30m")]
    [InlineData("--start", "tomorrow", "such as 14:30")]
    [InlineData("--server", "ftp://x", "looks like https://")]
    [InlineData("--token", "a b", "regent token --user UPN")]
    [InlineData("--unknown", "x", "--unknown")]
    public async Task Options_that_cannot_be_read_are_explained(string option, string value, string advice)
    {
        var ran = await cli.RunAsync("alan", "activate", "security", $"{option}={value}");

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.Contains(advice, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("activate")]
    [InlineData("deactivate")]
    [InlineData("approve", "0198a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b")]
    [InlineData("deny", "17", "--reason", "x")]
    [InlineData("cancel", "17")]
    [InlineData("requests", "--top", "0")]
    [InlineData("fly")]
    public async Task Commands_that_lack_something_are_misused(params string[] args)
    {
        var ran = await cli.RunAsync("alan", args);

        Assert.Equal((2, ""), (ran.Exit, ran.Output));
        Assert.NotEmpty(ran.Error);
    }

    [Fact]
    public async Task A_request_nobody_knows_is_not_found()
    {
        var ran = await cli.RunAsync("grace", "approve", "0198a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b", "--reason", "x");

        Assert.Equal(1, ran.Exit);
        Assert.Contains("There is no such thing, or it is not yours to see.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_may_begin_with_any_letter()
    {
        var ran = await cli.RunAsync("alan", "activate", "user", "--reason", "@grace asked for it", "--json");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("@grace asked for it", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_or_with_a_wrong_one_the_way_to_one_is_told()
    {
        var none = await RemoteCli.RunAsync(token: null, server.Address, ["roles"]);
        var wrong = await RemoteCli.RunAsync("regent_wrong", server.Address, ["roles"]);

        Assert.Equal((2, 1), (none.Exit, wrong.Exit));
        Assert.All([none, wrong], ran => Assert.Contains("regent token --user UPN --data DIR", ran.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("regent_wrong", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_not_Regent_has_its_own_exit_code()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var nobody = $"http://{closed.LocalEndpoint}";
        closed.Stop();

        var gone = await RemoteCli.RunAsync("token", nobody, ["roles"]);
        var other = await RemoteCli.RunAsync("token", $"{server.Address}/healthz", ["roles"]);

        Assert.Equal((3, 3), (gone.Exit, other.Exit));
        Assert.Contains("does not answer", gone.Error, StringComparison.Ordinal);
        Assert.Contains("not as Regent does", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_there_for_the_asking()
    {
        var ran = await RemoteCli.RunAsync(token: null, server.Address, []);

        Assert.Equal(0, ran.Exit);
        Assert.All(["roles", "activate", "requests", "approve", "token", "invite", "import"], word =>
            Assert.Contains(word, ran.Output, StringComparison.Ordinal));
    }
}
