using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Server.Tests.Cli;

/// <summary>The program itself, started as people start it, hands the local commands to the server program.</summary>
public sealed class HandOverTests : IDisposable
{
    private readonly LocalData local = new();

    [Fact]
    public async Task What_the_server_program_prints_and_how_it_ends_passes_through()
    {
        var imported = await StartAsync("import", await local.FileAsync("userPrincipalName\nada@regent.example\n"), "--data", local.Data);
        var token = await StartAsync("token", "--user", "ada@regent.example", "--data", local.Data);
        var refused = await StartAsync("token", "--user", "eve@regent.example", "--data", local.Data);
        var misused = await StartAsync("token", "--data", local.Data);

        Assert.Equal((0, ""), (imported.Exit, imported.Error));
        Assert.Contains("1 line: 1 new, 0 changed, 0 unchanged, 0 refused.", imported.Lines);
        Assert.Equal((0, ""), (token.Exit, token.Error));
        Assert.StartsWith("regent_", Assert.Single(token.Lines), StringComparison.Ordinal);
        Assert.Equal((1, ""), (refused.Exit, refused.Output));
        Assert.Equal((2, ""), (misused.Exit, misused.Output));
    }

    [Fact]
    public async Task Everybody_an_import_adds_is_owed_an_invitation_where_a_mail_server_is_configured()
    {
        var file = await local.FileAsync("userPrincipalName\nada@regent.example\nalan@regent.example\n");

        var ran = await StartAsync(
            new Dictionary<string, string> { ["Smtp__Host"] = "mail.regent.example" }, "import", file, "--invite", "--data", local.Data);

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal("The server sends 2 invitations.", ran.Lines[^1]);
        Assert.DoesNotContain("link=", ran.Output, StringComparison.Ordinal);
        var ada = await local.FindAsync("ada@regent.example");
        Assert.Equal(1, await local.AskAsync(services => services.GetRequiredService<IMailStore>()
            .CountAsync(ada!.Id, NoticeKind.Invitation, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken)));
        Assert.NotNull(await local.AskAsync(services => services.GetRequiredService<IAgenda>().NextDueAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_server_program_that_is_not_there_is_told()
    {
        var ran = await StartAsync(new Dictionary<string, string> { ["REGENT_SERVER"] = "/no/such/Regent.Server.dll" }, "token", "--user", "ada@regent.example");

        Assert.Equal(2, ran.Exit);
        Assert.Contains("REGENT_SERVER", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => local.Dispose();

    private static Task<Ran> StartAsync(params string[] args) => StartAsync(new Dictionary<string, string>(), args);

    private static async Task<Ran> StartAsync(Dictionary<string, string> variables, params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "regent.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("REGENT_SERVER");
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var ct = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return new Ran(process.ExitCode, await output, await error);
    }
}
