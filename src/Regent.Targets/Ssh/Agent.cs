using System.Buffers.Binary;
using System.Net.Sockets;
using Regent.Core;
using Regent.Operations;

namespace Regent.Targets.Ssh;

/// <summary>Talks to an SSH agent over its socket: which keys it holds, and a signature by one of them (the protocol of OpenSSH's agent).</summary>
internal sealed class Agent(string path, TimeSpan timeout)
{
    private const byte RequestIdentities = 11;
    private const byte IdentitiesAnswer = 12;
    private const byte SignRequest = 13;
    private const byte SignResponse = 14;
    private const uint RsaSha512 = 4;
    private const uint MaxAnswer = 256 * 1024;

    /// <summary>The keys it holds that can be an authority's.</summary>
    public async Task<Outcome<IReadOnlyList<PublicKey>>> ListAsync(CancellationToken ct) =>
        (await AskAsync(new WireWriter().Byte(RequestIdentities), ct)).Then(Keys);

    /// <summary>A signature by one of its keys.</summary>
    public async Task<Outcome<byte[]>> SignAsync(PublicKey key, byte[] data, CancellationToken ct)
    {
        var ask = new WireWriter().Byte(SignRequest).String(key.Blob).String(data).UInt32(key.Type == "ssh-rsa" ? RsaSha512 : 0);
        return (await AskAsync(ask, ct)).Then(Signature);
    }

    /// <summary>It cannot be had now.</summary>
    public static Refusal Unavailable(string words) => new(RefusalCode.CredentialNotAvailable, words);

    private static Outcome<IReadOnlyList<PublicKey>> Keys(byte[] answer)
    {
        var reader = new WireReader(answer);
        if (!reader.TryByte(out var kind) || kind != IdentitiesAnswer || !reader.TryUInt32(out var count))
        {
            return Unavailable("The SSH agent did not say which keys it holds.");
        }

        var keys = new List<PublicKey>();
        for (; count > 0 && reader.TryString(out var blob) && reader.TryString(out _); count--)
        {
            // What else it says a key is called would stand on pages, and in a file that servers trust.
            if (PublicKey.Of(blob) is { } key && UserKey.CertificateKind(key.Type) is not null)
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private static Outcome<byte[]> Signature(byte[] answer)
    {
        var reader = new WireReader(answer);
        return reader.TryByte(out var kind) && kind == SignResponse && reader.TryString(out var signature)
            ? signature.ToArray()
            : Unavailable("The SSH agent did not sign. Does it wait for somebody to confirm, or is it locked?");
    }

    private async Task<Outcome<byte[]>> AskAsync(WireWriter ask, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(timeout);
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), limit.Token);
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(new WireWriter().String(ask.ToArray()).ToArray(), limit.Token);
            return await ReadAsync(stream, limit.Token);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return Unavailable($"The SSH agent at {path} does not answer: {error.Message}. Is it running, and may Regent use its socket?");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Unavailable($"The SSH agent at {path} did not answer in time.");
        }
    }

    private static async Task<Outcome<byte[]>> ReadAsync(NetworkStream stream, CancellationToken ct)
    {
        var head = new byte[sizeof(uint)];
        await stream.ReadExactlyAsync(head, ct);
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (length is 0 or > MaxAnswer)
        {
            return Unavailable("What answers is no SSH agent.");
        }

        var answer = new byte[length];
        await stream.ReadExactlyAsync(answer, ct);
        return answer;
    }
}
