using System.Net;
using System.Net.Sockets;
using Regent.Core.Targets;

namespace Regent.Targets.Webhook;

/// <summary>
/// Makes connections. Which address may be connected to is decided here, on the very addresses that are then used, so that a name cannot
/// mean another one a moment later.
/// </summary>
/// <param name="isAllowed">Whether an address may be connected to.</param>
/// <param name="resolve">Which addresses a name means.</param>
internal sealed class WebhookConnector(Func<IPAddress, bool> isAllowed, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>A connector that asks the machine what names mean.</summary>
    public static WebhookConnector For(bool allowPrivate) => new(one => allowPrivate || PublicAddress.Is(one), Dns.GetHostAddressesAsync);

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var address) ? [address] : await resolve(host, ct);
        var allowed = found.Where(isAllowed).ToArray();
        if (allowed.Length == 0)
        {
            throw new WebhookException(new Setback(Forbidden(host, found), IsOfOne: false));
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static TargetAnswer Forbidden(string host, IPAddress[] found) => TargetAnswer.Refused(
        $"{host} is {string.Join(", ", found.Select(one => one.ToString()))}, no address of the internet. "
        + "Where that is meant, allow private addresses in the target's settings.");
}
