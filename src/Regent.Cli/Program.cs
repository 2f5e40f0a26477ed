using Regent.Cli.Commands;

namespace Regent.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
#pragma warning disable RS0030 // The program is where the clock is chosen.
        return CommandLine.RunAsync(args, new Terminal(Console.Out, Console.Error, TimeProvider.System, Environment.GetEnvironmentVariable));
#pragma warning restore RS0030
    }
}
