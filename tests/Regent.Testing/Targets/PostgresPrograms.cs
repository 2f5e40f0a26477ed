using System.Diagnostics;

namespace Regent.Testing.Targets;

/// <summary>The programs of one version of PostgreSQL. As root they run as the user that Debian's package brings, because they must.</summary>
public sealed class PostgresPrograms
{
    private const string User = "postgres";
    private const string Variable = "REGENT_TEST_POSTGRES_PROGRAMS";

    private readonly string folder;

    private PostgresPrograms(string folder) => this.folder = folder;

    /// <summary>Those in the folder that REGENT_TEST_POSTGRES_PROGRAMS names, else the newest of Debian's packages; null when there is none.</summary>
    public static PostgresPrograms? Installed { get; } = Find();

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    /// <summary>Starts one of them, with its output to be read.</summary>
    public Process Start(string program, IEnumerable<string> arguments)
    {
        var path = Path.Combine(folder, program);
        string[] command = IsRoot ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", path, .. arguments] : [path, .. arguments];
        return Launch(command);
    }

    /// <summary>Runs one of them to its end.</summary>
    public async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct) => await EndAsync(Start(program, arguments), ct);

    /// <summary>Lets the user the programs run as have a folder.</summary>
    public static async Task GiveAwayAsync(string folder, CancellationToken ct)
    {
        if (IsRoot)
        {
            await EndAsync(Launch(["chown", "-R", $"{User}:", folder]), ct);
        }
    }

    private static PostgresPrograms? Find()
    {
        const string Packages = "/usr/lib/postgresql";
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return new PostgresPrograms(named);
        }

        var newest = (Directory.Exists(Packages) ? Directory.GetDirectories(Packages) : [])
            .Where(version => File.Exists(Path.Combine(version, "bin", "initdb")))
            .MaxBy(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0);
        return newest is null ? null : new PostgresPrograms(Path.Combine(newest, "bin"));
    }

    private static Process Launch(string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task EndAsync(Process process, CancellationToken ct)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = await process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            Assert.True(process.ExitCode == 0, $"{process.StartInfo.ArgumentList.LastOrDefault()}: {errors}{await output}");
        }
    }
}
