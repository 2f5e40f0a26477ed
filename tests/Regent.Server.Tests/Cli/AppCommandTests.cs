using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Apps;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Server.Tests.Cli;

public sealed class AppCommandTests : IDisposable
{
    private readonly LocalData local = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => local.Dispose();

    [Fact]
    public async Task A_program_is_registered_and_its_id_and_secret_are_printed()
    {
        await ImportAsync();

        var ran = await local.RunAsync(
            "app", "create", "Nightly report", "--permission", "RoleManagement.Read.Directory", "--redirect-uri", "https://report.regent.example/back",
            "--delegated", "User.Read");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        var printed = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split("  ")[^1].Trim()).ToList();
        var app = await FindAsync(printed[0]);
        Assert.True(Assert.Single(app.Secrets).IsMetBy(printed[1], app.CreatedAt));
        Assert.Equal(("RoleManagement.Read.Directory", "User.Read"), (Assert.Single(app.Application), Assert.Single(app.Delegated)));
        var program = await local.AskAsync(services => services.GetRequiredService<IDirectory>().FindAsync(app.ServicePrincipal, Ct));
        Assert.Equal(PrincipalKind.ServicePrincipal, program!.Kind);
    }

    [Fact]
    public async Task A_program_for_terminals_has_no_secret_and_is_listed()
    {
        await ImportAsync();
        var made = JsonNode.Parse((await local.RunAsync("app", "create", "Terminal", "--device", "--delegated", "User.Read", "--json")).Output)!;

        var listed = await local.RunAsync("app", "list", "--json");

        Assert.Null(made["clientSecret"]);
        Assert.Equal((string?)made["clientId"], (string?)Assert.Single(JsonNode.Parse(listed.Output)!.AsArray())!["clientId"]);
        Assert.Contains("Terminal", (await local.RunAsync("app", "list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "--permission", "Nothing.Known")]
    [InlineData(1, "--permission", "RoleManagement.Read.Directory", "--device")]
    [InlineData(1, "--redirect-uri", "http://elsewhere.example/")]
    [InlineData(2, "--unknown")]
    public async Task What_is_wrong_is_said_and_nothing_registered(int exit, params string[] args)
    {
        await ImportAsync();

        var ran = await local.RunAsync(["app", "create", "Report", .. args]);

        Assert.Equal((exit, ""), (ran.Exit, ran.Output));
        Assert.NotEmpty(ran.Error);
        Assert.Empty((await local.RunAsync("app", "list")).Output);
    }

    private Task<Ran> ImportAsync() => local.ImportAsync("userPrincipalName,displayName", "ada@regent.example,Ada Lovelace");

    private async Task<RegisteredApp> FindAsync(string id) =>
        (await local.AskAsync(services => services.GetRequiredService<IAppStore>().FindAsync(new AppId(Guid.Parse(id)), Ct)))!;
}
