using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Server.Hosting;
using Regent.Server.SignIn;

namespace Regent.Server.Tests.Durability;

/// <summary>The built server in a process of its own, which can be killed without warning and started again at another time.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string data = Directory.CreateTempSubdirectory("regent-killed-").FullName;
    private readonly int smtpPort;
    private readonly Uri address;
    private Process? process;

    public ServerProcess(int smtpPort)
    {
        this.smtpPort = smtpPort;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
    }

    /// <summary>Why these tests cannot run here; null when they can.</summary>
    public static string? Missing => File.Exists("/usr/bin/faketime") ? null : "faketime is not installed; ./test installs it.";

    /// <summary>Starts it, with its clock ahead by so much, and waits until it is ready.</summary>
    public async Task StartAsync(TimeSpan ahead)
    {
        var server = typeof(Composition).Assembly.Location;
        var start = new ProcessStartInfo("faketime") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "-f", $"+{(int)ahead.TotalSeconds}s", "dotnet", server, "--urls", address.ToString(), "--data", data, "--sample",
            "--contentRoot", Path.GetDirectoryName(server)!, "--Smtp:Host", "127.0.0.1", "--Smtp:Port", $"{smtpPort}",
            "--Smtp:Security", "None", "--Smtp:From", "regent@regent.example",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Only the calendar is moved; what measures waiting goes on as it is.
        start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ReadyAsync();
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
        var client = new HttpClient { BaseAddress = address };
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
        using var client = new HttpClient { BaseAddress = address };
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
