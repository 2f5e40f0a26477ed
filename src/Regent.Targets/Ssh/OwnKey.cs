using System.Security.Cryptography;
using Regent.Core;

namespace Regent.Targets.Ssh;

/// <summary>An authority whose private key Regent has.</summary>
internal sealed class OwnKey : IAuthority
{
    private const int MinRsaBits = 2048;

    private static readonly Dictionary<string, (string Curve, HashAlgorithmName Hash)> Curves = new()
    {
        ["1.2.840.10045.3.1.7"] = ("nistp256", HashAlgorithmName.SHA256),
        ["1.3.132.0.34"] = ("nistp384", HashAlgorithmName.SHA384),
        ["1.3.132.0.35"] = ("nistp521", HashAlgorithmName.SHA512),
    };

    private readonly Func<byte[], byte[]> sign;

    private OwnKey(PublicKey key, Func<byte[], byte[]> sign)
    {
        Key = key;
        this.sign = sign;
    }

    public PublicKey Key { get; }

    /// <summary>A new private key, in PEM.</summary>
    public static string Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    /// <summary>Reads a private key in PEM; null when it is none that can sign here.</summary>
    public static OwnKey? Read(string pem) => Elliptic(pem) ?? Rsa(pem);

    public Task<Outcome<byte[]>> SignAsync(byte[] data, CancellationToken ct) => Task.FromResult<Outcome<byte[]>>(sign(data));

    private static OwnKey? Elliptic(string pem)
    {
        using var key = ECDsa.Create();
        if (!TryImport(key, pem) || !Curves.TryGetValue(key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value ?? "", out var known))
        {
            return null;
        }

        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var kind = $"ecdsa-sha2-{known.Curve}";
        var blob = new WireWriter().String(kind).String(known.Curve).String([4, .. point.X!, .. point.Y!]).ToArray();
        return new OwnKey(new PublicKey(kind, blob), data => SignElliptic(pem, kind, data, known.Hash));
    }

    private static byte[] SignElliptic(string pem, string kind, byte[] data, HashAlgorithmName hash)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        var signature = key.SignData(data, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation).AsSpan();
        var half = signature.Length / 2;
        return new WireWriter().String(kind).String(new WireWriter().Number(signature[..half]).Number(signature[half..]).ToArray()).ToArray();
    }

    private static OwnKey? Rsa(string pem)
    {
        using var key = RSA.Create();
        if (!TryImport(key, pem) || key.KeySize < MinRsaBits)
        {
            return null;
        }

        var numbers = key.ExportParameters(includePrivateParameters: false);
        var blob = new WireWriter().String("ssh-rsa").Number(numbers.Exponent).Number(numbers.Modulus).ToArray();
        return new OwnKey(new PublicKey("ssh-rsa", blob), data => SignRsa(pem, data));
    }

    private static byte[] SignRsa(string pem, byte[] data)
    {
        using var key = RSA.Create();
        key.ImportFromPem(pem);
        var signature = key.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1);
        return new WireWriter().String("rsa-sha2-512").String(signature).ToArray();
    }

    // A public key alone imports as well, and cannot sign.
    private static bool TryImport(AsymmetricAlgorithm key, string pem)
    {
        try
        {
            key.ImportFromPem(pem);
            return pem.Contains("PRIVATE KEY", StringComparison.Ordinal);
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}
