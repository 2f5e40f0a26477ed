using System.CommandLine;
using Regent.Cli.Graph;

namespace Regent.Cli.Commands;

/// <summary>Where the server is, who asks, and in which form the answer is wanted: the same for every command over the API.</summary>
internal sealed class RemoteOptions(Terminal terminal)
{
    private const string Here = "http://127.0.0.1:5080";

    private readonly Option<string?> server = new("--server")
    {
        Description = $"Where Regent is; else REGENT_URL, else {Here}",
        HelpName = "URL",
        Recursive = true,
    };

    private readonly Option<string?> token = new("--token")
    {
        Description = "A bearer token; better in REGENT_TOKEN, where other users of the machine cannot see it",
        HelpName = "TOKEN",
        Recursive = true,
    };

    private readonly Option<bool> json = new("--json") { Description = "Answer in JSON", Recursive = true };

    public void AddTo(RootCommand root)
    {
        root.Add(server);
        root.Add(token);
        root.Add(json);
    }

    /// <summary>Gives a command its work.</summary>
    public void Run(Command command, Func<ParseResult, Session, CancellationToken, Task<int>> work) => command.SetAction(async (parsed, ct) =>
    {
        using var graph = new GraphClient(ServerOf(parsed), TokenOf(parsed));
        return await work(parsed, new Session(graph, terminal, parsed.GetValue(json)), ct);
    });

    private Uri ServerOf(ParseResult parsed)
    {
        var given = parsed.GetValue(server) ?? terminal.Variable("REGENT_URL") ?? Here;
        return Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new MisuseException($"{given} is no address of a server. It looks like https://regent.example.org");
    }

    private string TokenOf(ParseResult parsed)
    {
        var given = parsed.GetValue(token) ?? terminal.Variable("REGENT_TOKEN");
        return !string.IsNullOrWhiteSpace(given) && given.All(letter => letter is > ' ' and < '\u007f')
            ? given
            : throw new MisuseException(
                "Say who you are with REGENT_TOKEN or --token. A token is printed on the server by: regent token --user UPN --data DIR");
    }
}
