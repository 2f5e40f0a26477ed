using System.Diagnostics;

namespace Regent.Testing.Targets;

/// <summary>The programs of OpenSSH on this machine.</summary>
public static class SshPrograms
{
    public const string Server = "/usr/sbin/sshd";

    /// <summary>Skips the test where they are missing.</summary>
    public static void SkipWhereMissing() => Assert.SkipUnless(
        File.Exists(Server) && File.Exists("/usr/bin/ssh-keygen") && File.Exists("/usr/bin/ssh"),
        "OpenSSH is not installed (Debian's openssh-server and openssh-client); ./test installs it.");

    /// <summary>Runs a program to its end; what it says is its output and its complaints together.</summary>
    public static async Task<(int Exit, string Said)> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var process = Start(program, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Makes a pair of keys: the private one at the path, the public one beside it with <c>.pub</c>.</summary>
    public static async Task<string> MakeKeyAsync(string path, CancellationToken ct, params string[] arguments)
    {
        var (exit, said) = await RunAsync("ssh-keygen", ["-q", "-N", "", "-C", "somebody@laptop", "-f", path, .. arguments], ct);
        Assert.True(exit == 0, said);
        return (await File.ReadAllTextAsync($"{path}.pub", ct)).Trim();
    }

    internal static Process Start(string program, IReadOnlyList<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
