using System.Net;
using System.Net.Sockets;

namespace Regent.Testing.Targets;

/// <summary>The network between Regent and a target: passes everything on until it is told to cut, to hang, or to cut in the middle.</summary>
public sealed class CuttableProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource stopped = new();
    private readonly Lock gate = new();
    private readonly List<Socket> open = [];
    private readonly IPEndPoint behind;
    private volatile Manner manner = Manner.Passes;
    private long allowed = long.MaxValue;
    private volatile int mended;

    private CuttableProxy(IPEndPoint behind) => this.behind = behind;

    private enum Manner
    {
        Passes,
        Refuses,
        Hangs,
    }

    /// <summary>Where it listens, on the loopback address.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many connections have come in so far.</summary>
    public int Connections { get; private set; }

    public static CuttableProxy To(int port) => To(new IPEndPoint(IPAddress.Loopback, port));

    public static CuttableProxy To(IPEndPoint behind)
    {
        var proxy = new CuttableProxy(behind);
        proxy.listener.Start();
        _ = proxy.AcceptAsync();
        return proxy;
    }

    /// <summary>Ends every connection and takes no new one.</summary>
    public void Cut()
    {
        manner = Manner.Refuses;
        CloseAll();
    }

    /// <summary>Takes connections and bytes, and passes nothing on in either direction.</summary>
    public void Hang() => manner = Manner.Hangs;

    /// <summary>Ends the connection after so many more bytes from the caller have been passed on, and takes no new one.</summary>
    public void CutAfter(int bytes) => Interlocked.Exchange(ref allowed, bytes);

    /// <summary>All is well again; connections that hung are ended.</summary>
    public void Mend()
    {
        mended++;
        Interlocked.Exchange(ref allowed, long.MaxValue);
        manner = Manner.Passes;
        CloseAll();
    }

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        listener.Stop();
        CloseAll();
        stopped.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopped.IsCancellationRequested)
        {
            try
            {
                var caller = await listener.AcceptSocketAsync(stopped.Token);
                Connections++;
                _ = ServeAsync(caller);
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket caller)
    {
        using (caller)
        {
            if (manner == Manner.Refuses)
            {
                caller.Close(timeout: 0);
                return;
            }

            using var server = new Socket(behind.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            Remember(caller, server);
            try
            {
                await server.ConnectAsync(behind, stopped.Token);
                await Task.WhenAny(PassAsync(caller, server, counts: true), PassAsync(server, caller, counts: false));
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Either end is gone; so is the other one now.
            }
        }
    }

    private async Task PassAsync(Socket from, Socket to, bool counts)
    {
        var buffer = new byte[8192];
        var before = mended;
        try
        {
            while (await from.ReceiveAsync(buffer, stopped.Token) is > 0 and var read)
            {
                while (manner == Manner.Hangs)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20), stopped.Token);
                }

                var left = counts ? Interlocked.Add(ref allowed, -read) + read : long.MaxValue;
                await to.SendAsync(buffer.AsMemory(0, (int)Math.Clamp(left, 0, read)), stopped.Token);
                if (left <= read)
                {
                    // One that is late must not cut what was mended meanwhile.
                    if (before == mended)
                    {
                        Cut();
                    }

                    return;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Either end is gone; so is the other one now.
        }
    }

    private void Remember(params Socket[] sockets)
    {
        lock (gate)
        {
            open.AddRange(sockets);
        }
    }

    private void CloseAll()
    {
        lock (gate)
        {
            open.ForEach(socket => socket.Close(timeout: 0));
            open.Clear();
        }
    }
}
