using System.CommandLine;
using System.Diagnostics;

namespace Regent.Cli.Commands;

/// <summary>Commands that the server program itself carries out, on the machine with its data. They are handed over as they stand.</summary>
internal static class LocalCommand
{
    private const string Variable = "REGENT_SERVER";

    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["token"] = "On the server's machine: print a bearer token for a user",
        ["invite"] = "On the server's machine: print a one-time link with which a user chooses a password",
        ["import"] = "On the server's machine: import people and their groups, or scopes, from a CSV file",
        ["sync"] = "On the server's machine: take over people and groups from LDAP or Active Directory",
        ["why"] = "On the server's machine: say what an activation by a user would meet now, rule by rule",
        ["app"] = "On the server's machine: register programs that call Regent, and list them",
        ["simulate"] = "On the server's machine: judge the activation requests of the last days under a changed policy",
    };

    public static bool Knows(string verb) => Verbs.ContainsKey(verb);

    /// <summary>The commands as the help lists them.</summary>
    public static IEnumerable<Command> Listed() => Verbs.Select(verb => new Command(verb.Key, verb.Value));

    /// <summary>Runs the server program with the same words; what it prints and how it ends is passed through.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken ct)
    {
        var server = terminal.Variable(Variable) ?? Path.Combine(AppContext.BaseDirectory, "Regent.Server.dll");
        if (!File.Exists(server))
        {
            throw new MisuseException(
                $"{args[0]} runs on the server's machine, and the server program is not at {server}. Say where it is with {Variable}.");
        }

        var start = server.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? new ProcessStartInfo("dotnet", [server, .. args])
            : new ProcessStartInfo(server, args);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }
}
