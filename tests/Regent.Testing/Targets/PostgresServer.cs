using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Regent.Testing.Targets;

/// <summary>A PostgreSQL server of one's own on the loopback address, with throw-away data. It can be stopped, killed and started again.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Superuser = "postgres";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly PostgresPrograms programs;
    private readonly string folder;
    private readonly string[] settings;
    private readonly ConcurrentQueue<string> log = new();
    private Process? process;

    private PostgresServer(PostgresPrograms programs, string folder, string[] settings)
    {
        this.programs = programs;
        this.folder = folder;
        this.settings = settings;
        Password = Guid.CreateVersion7().ToString("N");
    }

    public int Port { get; } = FreePort();

    /// <summary>The password of <c>postgres</c>, the superuser.</summary>
    public string Password { get; }

    /// <summary>As PEM text, who signed the server's certificate for <c>localhost</c>.</summary>
    public string Authority { get; private set; } = "";

    /// <summary>What the server wrote to its log so far.</summary>
    public IReadOnlyCollection<string> Log => log;

    private string Data => Path.Combine(folder, "data");

    /// <summary>Makes a cluster and starts it.</summary>
    /// <param name="programs">The version of PostgreSQL.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="settings">Settings of the server beside the usual ones, such as <c>fsync=on</c>.</param>
    public static async Task<PostgresServer> StartAsync(PostgresPrograms programs, CancellationToken ct, params string[] settings)
    {
        var server = new PostgresServer(programs, Directory.CreateTempSubdirectory("regent-postgres-").FullName, settings);
        try
        {
            await server.MakeAsync(ct);
            await server.StartAsync(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection string for somebody; without a name, for the superuser.</summary>
    public string ConnectionString(string? user = null, string? password = null, string database = "postgres") =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = user ?? Superuser,
            Password = user is null ? Password : password,
            Database = database,
            Pooling = false,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;

    /// <summary>Has the superuser do something.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ConnectionString());
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Has the superuser read rows of texts.</summary>
    public async Task<IReadOnlyList<string[]>> ReadAsync(string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ConnectionString());
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.IsDBNull(index) ? "" : reader.GetValue(index).ToString() ?? "")]);
        }

        return rows;
    }

    /// <summary>Starts it again after it was stopped or killed, and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (true)
        {
            // What a killed server leaves behind goes within moments; until then it cannot be started.
            if (process is null or { HasExited: true })
            {
                process?.Dispose();
                process = Run();
            }

            try
            {
                await ExecuteAsync("select 1", patience.Token);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(BetweenLooks, patience.Token);
            }
        }
    }

    /// <summary>Ends every session, and stops.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        await programs.RunAsync("pg_ctl", ["stop", "-s", "-w", "-m", "fast", "-D", Data], ct);
        await (process?.WaitForExitAsync(ct) ?? Task.CompletedTask);
    }

    /// <summary>Ends it at once, as when the machine fails.</summary>
    public async Task KillAsync()
    {
        process?.Kill();
        await (process?.WaitForExitAsync() ?? Task.CompletedTask);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process?.Dispose();
        await RemoveAsync();
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        var password = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(password, Password, ct);
        Authority = PostgresCertificate.Write(folder);
        await PostgresPrograms.GiveAwayAsync(folder, ct);
        string[] arguments = ["-D", Data, "-U", Superuser, "-A", "scram-sha-256", $"--pwfile={password}", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
        await programs.RunAsync("initdb", arguments, ct);
    }

    private Process Run()
    {
        string[] all =
        [
            "listen_addresses=127.0.0.1", $"unix_socket_directories={folder}", "fsync=off", "max_connections=100", "ssl=on",
            $"ssl_cert_file={Path.Combine(folder, PostgresCertificate.CertificateFile)}",
            $"ssl_key_file={Path.Combine(folder, PostgresCertificate.KeyFile)}", .. settings,
        ];
        var running = programs.Start("postgres", ["-D", Data, "-p", $"{Port}", .. all.SelectMany(one => new[] { "-c", one })]);
        running.OutputDataReceived += (_, line) => Note(line.Data);
        running.ErrorDataReceived += (_, line) => Note(line.Data);
        running.BeginOutputReadLine();
        running.BeginErrorReadLine();
        return running;
    }

    private void Note(string? line)
    {
        if (line is not null)
        {
            log.Enqueue(line);
        }
    }

    // The last of a killed server's processes may still write.
    private async Task RemoveAsync()
    {
        for (var left = 50; Directory.Exists(folder); left--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (left > 0)
            {
                await Task.Delay(BetweenLooks);
            }
        }
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
