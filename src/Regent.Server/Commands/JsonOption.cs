using System.CommandLine;

namespace Regent.Server.Commands;

/// <summary><c>--json</c></summary>
internal sealed class JsonOption
{
    public Option<bool> Option { get; } = new("--json") { Description = "Answer in JSON" };

    public bool IsWanted(ParseResult parsed) => parsed.GetValue(Option);
}
