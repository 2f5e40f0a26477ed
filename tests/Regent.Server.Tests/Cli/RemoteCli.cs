using Regent.Cli;
using Regent.Cli.Commands;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Cli;

/// <summary>The command line of somebody of the sample organisation, against the real server.</summary>
internal sealed class RemoteCli(SampleServer server)
{
    /// <summary>Runs a command as this person; waiting commands look again often.</summary>
    public async Task<Ran> RunAsync(string person, params string[] args)
    {
        using var api = await server.ApiAsync(person);
        return await RunAsync(api.DefaultRequestHeaders.Authorization!.Parameter, server.Address, args);
    }

    public static async Task<Ran> RunAsync(string? token, string? address, string[] args)
    {
        var variables = new Dictionary<string, string?> { ["REGENT_TOKEN"] = token, ["REGENT_URL"] = address };
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var terminal = new Terminal(output, error, TimeProvider.System, variables.GetValueOrDefault) { Pause = TimeSpan.FromMilliseconds(50) };
        var exit = await CommandLine.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return new Ran(exit, output.ToString(), error.ToString());
    }
}
