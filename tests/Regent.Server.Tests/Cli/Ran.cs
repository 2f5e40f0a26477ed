namespace Regent.Server.Tests.Cli;

/// <summary>What came of a command.</summary>
internal sealed record Ran(int Exit, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
