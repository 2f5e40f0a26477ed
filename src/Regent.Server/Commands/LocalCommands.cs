using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;

namespace Regent.Server.Commands;

/// <summary>What is done on the server's own machine, without a running server: whoever may read its data directory may do it.</summary>
internal static class LocalCommands
{
    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>Whether the command line is one of these commands rather than a start of the server.</summary>
    public static bool Knows(string[] args) => args is [var verb, ..] && Root().Subcommands.Any(command => command.Name == verb);

    /// <summary>Runs the command. The exit code is 0 when it was done, 1 when it was refused, 2 when it was misused.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken ct = default)
    {
        var parsed = Root().Parse(args);
        if (parsed.Action is ParseErrorAction action)
        {
            action.ShowHelp = false;
            action.ShowTypoCorrections = false;
        }

        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            var code = await parsed.InvokeAsync(invocation, ct);
            return parsed.Errors.Count > 0 ? Misused : code;
        }
        catch (MisuseException misuse)
        {
            await error.WriteLineAsync(misuse.Message);
            return Misused;
        }
        catch (DbException failure)
        {
            await error.WriteLineAsync($"The database did not answer: {failure.Message}");
            return Failed;
        }
    }

    private static RootCommand Root() => new("Regent on its own machine")
    {
        TokenCommand.Create(), InviteCommand.Create(), ImportCommand.Create(), WhyCommand.Create(),
        SimulateCommand.Create(), AppCommand.Create(), SyncCommand.Create(),
    };
}
