using System.Diagnostics;

namespace Regent.Server.Tests.Guides;

/// <summary>Runs what a guide shows as people would: in a shell.</summary>
internal static class Shell
{
    /// <summary>Why nothing can be run here; null when it can.</summary>
    public static string? Missing { get; } = new[] { "bash", "curl", "jq" }.FirstOrDefault(tool => !IsThere(tool)) is { } missing
        ? $"{missing} is missing; ./test installs it."
        : null;

    /// <summary>Runs a script to its end; what it said. It must not fail.</summary>
    /// <param name="folder">Where it is run.</param>
    /// <param name="script">Its text.</param>
    /// <param name="environment">What it finds in its environment.</param>
    /// <param name="args">Its arguments.</param>
    public static async Task<string> RunAsync(string folder, string script, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var ct = TestContext.Current.CancellationToken;
        var file = Path.Combine(folder, "script.sh");
        await File.WriteAllTextAsync(file, script, ct);
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in args.Prepend(file))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(ct), shell.StandardError.ReadToEndAsync(ct));
        await shell.WaitForExitAsync(ct);
        Assert.True(shell.ExitCode == 0, $"{await error}{await output}");
        return await output;
    }

    private static bool IsThere(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
