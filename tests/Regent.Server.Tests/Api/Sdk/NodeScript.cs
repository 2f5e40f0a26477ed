using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Regent.Server.SignIn;
using Regent.Server.Tests.Architecture;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Sdk;

/// <summary>
/// A script of tests/sdk that drives a server with an official client. It says a line when time shall pass, and is answered when it has.
/// </summary>
internal static class NodeScript
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/sdk");
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Why no script can run here; null when it can.</summary>
    public static string? Missing { get; } = System.IO.Directory.Exists(Path.Combine(Folder, "node_modules")) && Find("node") is not null
        ? null
        : "Node.js or the packages of tests/sdk are missing; ./test installs them.";

    /// <summary>Runs a script to its end; what it said last.</summary>
    /// <param name="server">The server.</param>
    /// <param name="script">Its file in tests/sdk.</param>
    /// <param name="people">Whose ids and tokens it gets.</param>
    public static async Task<string> RunAsync(SecureServer server, string script, params string[] people)
    {
        using var node = Process.Start(new ProcessStartInfo(Find("node")!, [script])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["REGENT_WORLD"] = await WorldAsync(server, people),
                ["NODE_EXTRA_CA_CERTS"] = server.AuthorityFile,
            },
        })!;
        using var limit = new CancellationTokenSource(Longest);
        var errors = node.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            var last = await ConverseAsync(server, node, limit.Token);
            await node.WaitForExitAsync(limit.Token);
            Assert.True(node.ExitCode == 0, await errors);
            return last;
        }
        finally
        {
            node.Kill(entireProcessTree: true);
        }
    }

    private static async Task<string> ConverseAsync(SecureServer server, Process node, CancellationToken ct)
    {
        var last = "";
        while (await node.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            last = line;
            if (line.Split(' ') is ["pass", var minutes])
            {
                server.Clock.Advance(TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture)));
                await node.StandardInput.WriteLineAsync("passed".AsMemory(), ct);
            }
        }

        return last;
    }

    private static async Task<string> WorldAsync(SecureServer server, string[] people)
    {
        var (ids, tokens) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var name in people)
        {
            var person = await server.PersonAsync(name);
            ids[name] = person.Id.ToString();
            tokens[name] = await server.Services.GetRequiredService<AccessTokens>()
                .IssueAsync(person.Id, TimeSpan.FromDays(2), server.Clock.GetUtcNow(), CancellationToken.None);
        }

        return JsonSerializer.Serialize(new { endpoint = server.SecureAddress, people = ids, tokens });
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
