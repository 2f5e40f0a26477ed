using System.Security.Cryptography;

namespace Regent.Targets.Ssh;

/// <summary>A public key as SSH writes it.</summary>
/// <param name="Type">Its kind, such as <c>ssh-ed25519</c>.</param>
/// <param name="Blob">It itself, kind included.</param>
internal sealed record PublicKey(string Type, byte[] Blob)
{
    /// <summary>The key's digest, as <c>ssh-keygen -l</c> writes it.</summary>
    public string Fingerprint => $"SHA256:{Convert.ToBase64String(SHA256.HashData(Blob)).TrimEnd('=')}";

    /// <summary>The part of the key behind its kind.</summary>
    public ReadOnlySpan<byte> Body => Blob.AsSpan(sizeof(uint) + Type.Length);

    /// <summary>One line, as in a <c>.pub</c> file.</summary>
    public string Line(string comment) => $"{Type} {Convert.ToBase64String(Blob)} {comment}";

    /// <summary>A key out of its blob; null when it is none.</summary>
    public static PublicKey? Of(ReadOnlySpan<byte> blob)
    {
        var reader = new WireReader(blob);
        return reader.TryText(out var type) ? new PublicKey(type, blob.ToArray()) : null;
    }
}
