using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using MimeKit;

namespace Regent.Testing.Smtp;

/// <summary>A mail server on loopback that keeps what it is given. It can be stopped and started again on the same port.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> messages = new();
    private readonly SmtpManners manners;
    private int connections;
    private CancellationTokenSource running = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;

    public SmtpSink(SmtpManners? manners = null)
    {
        this.manners = manners ?? new SmtpManners();
        Start();
    }

    public int Port { get; private set; }

    /// <summary>What is answered instead of taking a message; null to take it.</summary>
    public Func<MimeMessage, string>? Refusal { get; set; }

    /// <summary>Everything received, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Messages => [.. messages];

    /// <summary>How many clients have come so far.</summary>
    public int Connections => connections;

    /// <summary>Whether every mail came over a protected connection.</summary>
    public bool WasProtected { get; private set; } = true;

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
        Interlocked.Increment(ref connections);
        try
        {
            await using var conversation = new SmtpConversation(connection.GetStream(), manners, Take);
            await conversation.RunAsync(ct);
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException or AuthenticationException)
        {
            // The client went away, or did not like the certificate.
        }
    }

    private string Take(MimeMessage message, bool wasProtected)
    {
        messages.Enqueue(message);
        WasProtected &= wasProtected;
        return Refusal?.Invoke(message) ?? "250 kept";
    }
}
