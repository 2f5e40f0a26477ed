using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Server.Hosting;
using Regent.Server.SignIn;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Durability;

/// <summary>The built server in a process of its own, which can be killed without warning and started again at another time.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string data = Directory.CreateTempSubdirectory("regent-killed-").FullName;
    private readonly int smtpPort;
    private readonly string[] arguments;
    private Process? process;

    /// <param name="smtpPort">Where on this machine it hands over its mails.</param>
    /// <param name="arguments">What else it is told.</param>
    public ServerProcess(int smtpPort, params string[] arguments)
    {
        this.smtpPort = smtpPort;
        this.arguments = arguments;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
    }

    /// <summary>Why these tests cannot run here; null when they can.</summary>
    public static string? Missing => File.Exists("/usr/bin/faketime") ? null : "faketime is not installed; ./test installs it.";

    /// <summary>Whether its first start is the first one of all; else it begins with the sample as that leaves it.</summary>
    public bool IsNew { get; init; }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The database's file.</summary>
    public string Database => Path.Combine(data, "regent.db");

    private string Trusted => Path.Combine(data, "trusted.pem");

    /// <summary>Makes it trust an authority, as if its machine did.</summary>
    public Task TrustAsync(string authority) => File.WriteAllTextAsync(Trusted, authority);

    /// <summary>Starts it, with its clock ahead by so much, and waits until it is ready.</summary>
    public Task StartAsync(TimeSpan ahead)
    {
        Begin(ahead);
        return ReadyAsync();
    }

    /// <summary>Starts it, and does not wait.</summary>
    public void Begin(TimeSpan ahead)
    {
        if (!IsNew && !File.Exists(Database))
        {
            File.Copy(PreparedDatabase.Sample, Database);
        }

        var server = typeof(Composition).Assembly.Location;
        var moved = ahead > TimeSpan.Zero;
        var start = new ProcessStartInfo(moved ? "faketime" : "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] all =
        [
            .. moved ? ["-f", $"+{(int)ahead.TotalSeconds}s", "dotnet"] : Array.Empty<string>(), server, "--urls", Address.ToString(), "--data", data, "--sample",
            "--contentRoot", Path.GetDirectoryName(server)!, "--Smtp:Host", "127.0.0.1", "--Smtp:Port", $"{smtpPort}",
            "--Smtp:Security", "None", "--Smtp:From", "regent@regent.example", .. arguments,
        ];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        // Only the calendar is moved; what measures waiting goes on as it is.
        start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";

        // It lives for seconds; measuring its code for later would never pay.
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (File.Exists(Trusted))
        {
            start.Environment["SSL_CERT_FILE"] = Trusted;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>A client with a token of somebody of the sample.</summary>
    public async Task<(HttpClient Client, PrincipalId Id)> ApiAsync(string name)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Regent:Data"] = data }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddRegent(configuration).BuildServiceProvider();
        Assert.True(UserPrincipalName.TryParse($"{name}@regent.example", out var upn));
        var person = (await services.GetRequiredService<IDirectory>().FindByNameAsync(upn, CancellationToken.None))!;
        var token = await services.GetRequiredService<AccessTokens>().IssueAsync(
            person.Id, TimeSpan.FromDays(30), services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (client, person.Id);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private async Task ReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var patience = new CancellationTokenSource(Patience);
        while (!patience.IsCancellationRequested && !process!.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/healthz", UriKind.Relative), patience.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }

        throw new TimeoutException("The server did not become ready.");
    }
}
