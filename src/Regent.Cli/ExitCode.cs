namespace Regent.Cli;

/// <summary>How a command tells scripts what came of it.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Misused = 2;
    public const int NoConnection = 3;
}
