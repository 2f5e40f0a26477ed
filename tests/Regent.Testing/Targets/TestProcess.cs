using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Regent.Testing.Targets;

/// <summary>Programs that tests start: once to their end, or as servers until they are done.</summary>
public static class TestProcess
{
    /// <summary>Runs a program with a text as its input, and gives what it wrote; fails with its errors when it fails.</summary>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, string input, CancellationToken ct)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.StandardInput.WriteAsync(input.AsMemory(), ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}{await output}");
    }

    /// <summary>Starts a server and waits until it listens.</summary>
    public static async Task<Process> ServeAsync(string program, IReadOnlyList<string> arguments, IPEndPoint place, CancellationToken ct)
    {
        var process = Start(program, arguments);
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
            }

            if (await ListensAsync(place, ct))
            {
                return process;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }

        await EndAsync(process);
        throw new InvalidOperationException($"{program} does not listen on {place}.");
    }

    /// <summary>Ends a server and everything it started.</summary>
    public static async Task EndAsync(Process? process)
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>A port of an address that nobody uses just now.</summary>
    public static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The full path of a program; null when it is not on this machine.</summary>
    public static string? Find(string program) =>
        new[] { "/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin" }.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static async Task<bool> ListensAsync(IPEndPoint place, CancellationToken ct)
    {
        using var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(place, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Process Start(string program, IReadOnlyList<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    }) ?? throw new InvalidOperationException($"{program} could not be started.");
}
