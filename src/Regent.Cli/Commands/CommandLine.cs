using System.CommandLine;
using System.CommandLine.Invocation;
using Regent.Cli.Graph;

namespace Regent.Cli.Commands;

/// <summary>All commands, and what becomes of what goes wrong in them.</summary>
internal static class CommandLine
{
    // What a shell reports for a program that was interrupted.
    private const int Interrupted = 130;

    // A reason may begin with @, which must not be taken for a file to read arguments from.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken ct = default)
    {
        try
        {
            return args is [var verb, ..] && LocalCommand.Knows(verb)
                ? await LocalCommand.RunAsync(args, terminal, ct)
                : await RunParsedAsync(Root(terminal).Parse(args is [] ? ["--help"] : args, Parser), terminal, ct);
        }
        catch (MisuseException misuse)
        {
            return await FailAsync(terminal, ExitCode.Misused, misuse.Message);
        }
        catch (RefusedException refused)
        {
            return await FailAsync(terminal, ExitCode.Refused, refused.Message);
        }
        catch (NoConnectionException failure)
        {
            return await FailAsync(terminal, ExitCode.NoConnection, failure.Message);
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }

    private static async Task<int> RunParsedAsync(ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        if (parsed.Action is ParseErrorAction action)
        {
            action.ShowHelp = false;
            action.ShowTypoCorrections = false;
        }

        var code = await parsed.InvokeAsync(
            new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false }, ct);
        return parsed.Errors.Count > 0 ? ExitCode.Misused : code;
    }

    private static RootCommand Root(Terminal terminal)
    {
        var remote = new RemoteOptions(terminal);
        var root = new RootCommand("Regent from a terminal: roles, only while you need them")
        {
            RolesCommand.Create(remote),
            ActivateCommand.Create(remote),
            DeactivateCommand.Create(remote),
            RequestsCommand.Create(remote),
            DecisionCommand.Create(remote, "approve", "Approve a request that waits for you", approve: true),
            DecisionCommand.Create(remote, "deny", "Deny a request that waits for you", approve: false),
            CancelCommand.Create(remote),
            TargetsCommand.Create(remote),
            SshCommand.Create(remote),
        };
        remote.AddTo(root);
        foreach (var local in LocalCommand.Listed())
        {
            root.Add(local);
        }

        return root;
    }

    private static async Task<int> FailAsync(Terminal terminal, int code, string message)
    {
        await terminal.Error.WriteLineAsync(Text.Plain.Of(message, keepLines: true));
        return code;
    }
}
