using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Regent.Testing.Smtp;

/// <summary>A mail server on loopback that keeps what it is given. It can be stopped and started again on the same port.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> messages = new();
    private CancellationTokenSource running = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;

    public SmtpSink() => Start();

    public int Port { get; private set; }

    /// <summary>What is answered instead of taking a message; null to take it.</summary>
    public Func<MimeMessage, string>? Refusal { get; set; }

    /// <summary>Everything received, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Messages => [.. messages];

    /// <summary>What was received for an address.</summary>
    public IReadOnlyList<MimeMessage> To(string address) =>
        [.. messages.Where(message => message.To.Mailboxes.Any(to => to.Address.Equals(address, StringComparison.OrdinalIgnoreCase)))];

    public void Start()
    {
        running = new CancellationTokenSource();
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync(listener, running.Token);
    }

    /// <summary>Stops listening; whoever connects is refused.</summary>
    public async Task StopAsync()
    {
        await running.CancelAsync();
        listener?.Stop();
        await accepting;
        running.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (!running.IsCancellationRequested)
        {
            await StopAsync();
        }
    }

    private async Task AcceptAsync(TcpListener from, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await from.AcceptTcpClientAsync(ct), ct);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped: nobody is listening any more.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken ct)
    {
        using var connection = client;
        using var reader = new StreamReader(connection.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(connection.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync(ct) is { } line)
            {
                await AnswerAsync(line, reader, writer, ct);
            }
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException)
        {
            // The client went away.
        }
    }

    private async Task AnswerAsync(string line, StreamReader reader, StreamWriter writer, CancellationToken ct)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await writer.WriteLineAsync("250 sink");
                break;
            case "DATA":
                await writer.WriteLineAsync("354 go on");
                var message = await ReadMessageAsync(reader, ct);
                messages.Enqueue(message);
                await writer.WriteLineAsync(Refusal?.Invoke(message) ?? "250 kept");
                break;
            case "QUIT":
                await writer.WriteLineAsync("221 bye");
                break;
            default:
                await writer.WriteLineAsync("250 ok");
                break;
        }
    }

    private static async Task<MimeMessage> ReadMessageAsync(StreamReader reader, CancellationToken ct)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(ct) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        return await MimeMessage.LoadAsync(stream, ct);
    }
}
