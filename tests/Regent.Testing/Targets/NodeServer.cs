using System.Diagnostics;
using System.Globalization;

namespace Regent.Testing.Targets;

/// <summary>
/// A server of Node.js in a folder of tests, on a port of its own on the loopback address. It says its port on its first line, and ends
/// when its input does, so that none is left over.
/// </summary>
public sealed class NodeServer : IAsyncDisposable
{
    private readonly Process process;

    private NodeServer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Why a server of this folder cannot run here; null when it can.</summary>
    public static string? Missing(string folder) => Node is not null && Directory.Exists(Path.Combine(In(folder), "node_modules"))
        ? null
        : $"Node.js or the packages of {folder} are missing; ./test installs them.";

    /// <param name="folder">Such as <c>tests/scim</c>, with a <c>server.mjs</c>.</param>
    /// <param name="environment">What it is told besides.</param>
    public static async Task<NodeServer> StartAsync(string folder, params IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(Node!, ["server.mjs"])
        {
            WorkingDirectory = In(folder),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, text) in environment)
        {
            start.Environment[name] = text;
        }

        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        return new NodeServer(process, int.Parse(line ?? throw new InvalidOperationException($"{folder} did not start."), CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The repository that the tests run in.</summary>
    public static string Root
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "Regent.slnx")))
            {
                root = root.Parent ?? throw new DirectoryNotFoundException("The tests do not run from within the repository.");
            }

            return root.FullName;
        }
    }

    private static string? Node { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists);

    private static string In(string folder) => Path.Combine(Root, folder);
}
