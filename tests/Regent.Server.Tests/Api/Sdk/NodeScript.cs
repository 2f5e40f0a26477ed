using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Regent.Operations;
using Regent.Server.SignIn;
using Regent.Server.Tests.Architecture;
using Regent.Server.Tests.Hosting;
using Regent.Server.Tests.Tokens;

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
    /// <param name="program">With which people sign in; null where they have their tokens already.</param>
    /// <param name="service">A program that acts for itself; null for none.</param>
    public static async Task<string> RunAsync(
        SecureServer server, string script, IReadOnlyList<string> people, OAuthProgram? program = null, OAuthProgram? service = null)
    {
        using var node = Process.Start(new ProcessStartInfo(Find("node")!, [script])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["REGENT_WORLD"] = await WorldAsync(server, people, program, service),
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
            // A script that has ended meanwhile says why elsewhere.
            if (await AnswerAsync(server, line.Split(' ')) is { } answer && !node.HasExited)
            {
                await node.StandardInput.WriteLineAsync(answer.AsMemory(), ct);
            }
        }

        return last;
    }

    /// <summary>Does what a script asks for; null when it only says something.</summary>
    private static async Task<string?> AnswerAsync(SecureServer server, string[] words)
    {
        switch (words)
        {
            case ["pass", var minutes]:
                server.Clock.Advance(TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture)));
                return "passed";
            case ["sign-in", var name, var address]:
                using (var browser = await server.BrowserAsync(name))
                {
                    return await OAuthProgram.FollowAsync(browser, new Uri(address).PathAndQuery);
                }

            case ["device", var name, var code, var decision]:
                using (var browser = await server.BrowserAsync(name))
                {
                    await OAuthProgram.AnswerDeviceAsync(browser, code, decision);
                    return "answered";
                }

            default:
                return null;
        }
    }

    private static async Task<string> WorldAsync(SecureServer server, IReadOnlyList<string> people, OAuthProgram? program, OAuthProgram? service)
    {
        var (ids, tokens) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var name in people)
        {
            var person = await server.PersonAsync(name);
            ids[name] = person.Id.ToString();
            tokens[name] = await server.Services.GetRequiredService<AccessTokens>()
                .IssueAsync(person.Id, TimeSpan.FromDays(2), server.Clock.GetUtcNow(), CancellationToken.None);
        }

        return JsonSerializer.Serialize(new
        {
            endpoint = server.SecureAddress,
            tenant = server.Services.GetRequiredService<Tenant>().Id,
            people = ids,
            tokens,
            program = program is null ? null : new { id = program.App.Id.Value, redirectUri = program.RedirectUri },
            service = service is null ? null : new { id = service.App.Id.Value, secret = service.Secret },
        });
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
