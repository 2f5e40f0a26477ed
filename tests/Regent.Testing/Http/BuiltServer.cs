using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Regent.Testing.Http;

/// <summary>The server as <c>./run</c> starts it: the built program in a process of its own, on a port of its own.</summary>
public sealed class BuiltServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly Process process;

    private BuiltServer(Process process, Uri address, TimeSpan readyAfter)
    {
        this.process = process;
        Address = address;
        ReadyAfter = readyAfter;
        ProcessorTime = process.TotalProcessorTime;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the first answer of its health page.</summary>
    public TimeSpan ReadyAfter { get; }

    /// <summary>How long processors worked on it until then; a busy machine stretches this much less than <see cref="ReadyAfter"/>.</summary>
    public TimeSpan ProcessorTime { get; }

    private static string Folder
    {
        get
        {
            // Every project's output lies beside the others', in a folder named for the configuration.
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(own.Parent!.Parent!.FullName, "Regent.Server", own.Name);
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="arguments">What comes after the program, but for its address.</param>
    /// <param name="connection">The database; that of the data directory without one.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="alsoAt">A further address to listen at.</param>
    public static async Task<BuiltServer> StartAsync(
        IEnumerable<string> arguments, string? connection, CancellationToken ct, string? alsoAt = null)
    {
        var address = FreeAddress();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] first = [Path.Combine(Folder, "Regent.Server.dll"), "--urls", $"{address};{alsoAt}", "--contentRoot", Folder];
        foreach (var argument in first.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        if (connection is not null)
        {
            start.Environment["ConnectionStrings__Regent"] = connection;
        }

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ReadyAsync(process, address, ct);
        return new BuiltServer(process, address, watch.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Uri FreeAddress()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
    }

    private static async Task ReadyAsync(Process process, Uri address, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (!process.HasExited)
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
                await Task.Delay(BetweenLooks, patience.Token);
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }
}
