using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Regent.Testing.Targets;

/// <summary>A real <c>sshd</c> on the loopback address that trusts certificates, with the three lines of the guide in its settings.</summary>
public sealed class SshServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentQueue<string> log = new();
    private Process? process;

    private SshServer(string folder) => Folder = folder;

    /// <summary>A throw-away folder, for keys too.</summary>
    public string Folder { get; }

    public int Port { get; } = FreePort();

    /// <summary>Whom one signs in as: who runs this, for a server that is not root can sign in nobody else.</summary>
    public static string User => Environment.UserName;

    /// <summary>What the server wrote to its log so far.</summary>
    public string Log => string.Join('\n', log);

    /// <summary>The three lines with which a server trusts an authority, its files in a folder.</summary>
    public static IReadOnlyList<string> Trust(string folder) =>
    [
        $"TrustedUserCAKeys {folder}/regent_ca.pub", $"AuthorizedPrincipalsFile {folder}/principals/%u", $"RevokedKeys {folder}/regent.krl",
    ];

    /// <summary>Starts a server that trusts this authority, and lets whoever has one of these principals in as <see cref="User"/>.</summary>
    public static async Task<SshServer> StartAsync(string authority, IReadOnlyList<string> principals, CancellationToken ct)
    {
        var server = new SshServer(Directory.CreateTempSubdirectory("regent-ssh-").FullName);
        try
        {
            await server.PrepareAsync(authority, principals, ct);
            server.Run();
            await server.WaitAsync(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a new list of revoked certificates where the server reads it.</summary>
    public Task RevokeAsync(ReadOnlyMemory<byte> list, CancellationToken ct) => File.WriteAllBytesAsync(Path.Combine(Folder, "regent.krl"), list, ct);

    /// <summary>Signs in by <c>ssh</c> with a private key and a certificate, and runs a command there.</summary>
    public Task<(int Exit, string Said)> SignInAsync(string key, string certificate, CancellationToken ct) => SshPrograms.RunAsync(
        "ssh",
        [
            "-F", "none", "-p", $"{Port}", "-i", key, "-o", $"CertificateFile={certificate}", "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes",
            "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", $"{User}@127.0.0.1", "echo", "inside",
        ],
        ct);

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private async Task PrepareAsync(string authority, IReadOnlyList<string> principals, CancellationToken ct)
    {
        // A server that is root wants this folder for the part of it that has no rights.
        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory("/run/sshd");
        }

        Directory.CreateDirectory(Path.Combine(Folder, "principals"));
        await SshPrograms.MakeKeyAsync(Path.Combine(Folder, "host"), ct, "-t", "ed25519");
        await File.WriteAllTextAsync(Path.Combine(Folder, "regent_ca.pub"), authority, ct);
        await File.WriteAllTextAsync(Path.Combine(Folder, "regent.krl"), "", ct);
        await File.WriteAllLinesAsync(Path.Combine(Folder, "principals", User), principals, ct);
        await File.WriteAllTextAsync(Path.Combine(Folder, "sshd_config"), $"""
            ListenAddress 127.0.0.1:{Port}
            HostKey {Folder}/host
            PidFile none
            StrictModes no
            LogLevel VERBOSE
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            AuthorizedKeysFile none
            {string.Join('\n', Trust(Folder))}

            """, ct);
    }

    private void Run()
    {
        process = SshPrograms.Start(SshPrograms.Server, ["-D", "-e", "-f", Path.Combine(Folder, "sshd_config")]);
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    private async Task WaitAsync(CancellationToken ct)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience && !process!.HasExited; await Task.Delay(BetweenLooks, ct))
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Port, ct);
                return;
            }
            catch (SocketException)
            {
                // It does not listen yet.
            }
        }

        Assert.Fail($"sshd did not start: {Log}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
