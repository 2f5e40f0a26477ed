using System.Security.Cryptography;
using Regent.Core;

namespace Regent.Targets.Ssh;

/// <summary>Reads the public key somebody wants a certificate for. Only its form is judged; whoever signs in with it proves they have it.</summary>
internal static class UserKey
{
    private const string Member = "publicKey";
    private const int MaxLength = 16 * 1024;
    private const int Ed25519Length = 32;
    private const int MinRsaBits = 2048;
    private const int MaxRsaBits = 16384;
    private const byte Uncompressed = 4;

    private const string Help = "Give one line as in ~/.ssh/id_ed25519.pub: the kind, the key, and a comment or none.";

    private static readonly Dictionary<string, ECCurve> Curves = new()
    {
        ["nistp256"] = ECCurve.NamedCurves.nistP256,
        ["nistp384"] = ECCurve.NamedCurves.nistP384,
        ["nistp521"] = ECCurve.NamedCurves.nistP521,
    };

    /// <summary>The key on the line.</summary>
    public static Outcome<PublicKey> Read(string? line)
    {
        var parts = line?.Length <= MaxLength ? line.Trim().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) : [];
        if (parts.Length < 2 || line!.Trim().Contains('\n', StringComparison.Ordinal))
        {
            return Refused($"A certificate is made for a public key. {Help}");
        }

        if (CertificateKind(parts[0]) is null)
        {
            return Refused($"No certificate is made for a key of kind {Shown(parts[0])}. Make one with: ssh-keygen -t ed25519");
        }

        var blob = new byte[parts[1].Length];
        if (!Convert.TryFromBase64String(parts[1], blob, out var length) || PublicKey.Of(blob.AsSpan(0, length)) is not { } key || key.Type != parts[0])
        {
            return Refused($"The public key is damaged. {Help}");
        }

        return Problem(key) is { } problem ? Refused(problem) : key;
    }

    /// <summary>The kind of a certificate for a key of this kind; null where there is none.</summary>
    public static string? CertificateKind(string kind) => kind switch
    {
        "ssh-ed25519" or "ssh-rsa" or "ecdsa-sha2-nistp256" or "ecdsa-sha2-nistp384" or "ecdsa-sha2-nistp521" => $"{kind}-cert-v01@openssh.com",
        "sk-ssh-ed25519@openssh.com" or "sk-ecdsa-sha2-nistp256@openssh.com" => kind.Replace("@", "-cert-v01@", StringComparison.Ordinal),
        _ => null,
    };

    private static string? Problem(PublicKey key)
    {
        var reader = new WireReader(key.Body);
        var bits = key.Type == "ssh-rsa" ? RsaBits(ref reader) : 0;
        if (key.Type == "ssh-rsa" && bits is > 0 and < MinRsaBits)
        {
            return $"The RSA key has {bits} bits; {MinRsaBits} are the fewest. Make a new one with: ssh-keygen -t ed25519";
        }

        var sound = key.Type switch
        {
            "ssh-rsa" => bits is >= MinRsaBits and <= MaxRsaBits,
            "ssh-ed25519" => IsEd25519(ref reader),
            "sk-ssh-ed25519@openssh.com" => IsEd25519(ref reader) && reader.TryString(out _),
            "sk-ecdsa-sha2-nistp256@openssh.com" => IsOnCurve(ref reader, "nistp256") && reader.TryString(out _),
            var kind => IsOnCurve(ref reader, kind["ecdsa-sha2-".Length..]),
        };
        return sound && reader.IsAtEnd ? null : $"The public key is damaged. {Help}";
    }

    private static int RsaBits(ref WireReader reader)
    {
        if (!reader.TryString(out var exponent) || !reader.TryString(out var modulus))
        {
            return 0;
        }

        var digits = modulus.TrimStart((byte)0);
        var isOdd = exponent.Length > 0 && exponent[^1] % 2 == 1;
        return digits.IsEmpty || !isOdd ? 0 : (digits.Length * 8) - byte.LeadingZeroCount(digits[0]);
    }

    private static bool IsEd25519(ref WireReader reader) => reader.TryString(out var point) && point.Length == Ed25519Length;

    private static bool IsOnCurve(ref WireReader reader, string curve)
    {
        if (!reader.TryText(out var name) || name != curve || !reader.TryString(out var point) || point.Length < 3 || point[0] != Uncompressed)
        {
            return false;
        }

        var half = (point.Length - 1) / 2;
        var parameters = new ECParameters
        {
            Curve = Curves[curve],
            Q = new ECPoint { X = point[1..(half + 1)].ToArray(), Y = point[(half + 1)..].ToArray() },
        };
        try
        {
            using var key = ECDsa.Create(parameters);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string Shown(string kind) => kind.Length <= 40 && kind.All(char.IsAscii) && !kind.Any(char.IsControl) ? kind : "that is unknown";

    private static Refusal Refused(string words) => new(RefusalCode.CredentialNotAvailable, words) { Target = Member };
}
