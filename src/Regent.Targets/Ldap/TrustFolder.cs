using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Regent.Targets.Ldap;

/// <summary>
/// A folder with the certificates of authorities, under the names by which the LDAP library finds them: OpenSSL's hash of a
/// certificate's subject. It is there while a connection is made.
/// </summary>
internal sealed partial class TrustFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("regent-ldap-");

    public TrustFolder(string authorities)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(authorities);
        foreach (var same in certificates.GroupBy(certificate => SubjectHash(certificate.SubjectName)))
        {
            foreach (var (number, certificate) in same.Index())
            {
                File.WriteAllText(System.IO.Path.Combine(Path, $"{same.Key}.{number}"), certificate.ExportCertificatePem());
                certificate.Dispose();
            }
        }
    }

    public string Path => folder.FullName;

    /// <summary>OpenSSL's hash of a name: over its parts in a form in which case and spaces make no difference.</summary>
    public static string SubjectHash(X500DistinguishedName name)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        var parts = new AsnReader(name.RawData, AsnEncodingRules.DER).ReadSequence();
        var canonical = new List<byte>();
        while (parts.HasData)
        {
            writer.Reset();
            WriteCanonical(parts.ReadSetOf(), writer);
            canonical.AddRange(writer.Encode());
        }

#pragma warning disable CA5350 // The name of a file, chosen by OpenSSL; nothing is secured by it.
        var hash = SHA1.HashData([.. canonical]);
#pragma warning restore CA5350
        return BitConverter.ToUInt32(hash).ToString("x8", CultureInfo.InvariantCulture);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void WriteCanonical(AsnReader part, AsnWriter writer)
    {
        using var set = writer.PushSetOf();
        while (part.HasData)
        {
            var pair = part.ReadSequence();
            using var sequence = writer.PushSequence();
            writer.WriteObjectIdentifier(pair.ReadObjectIdentifier());
            if (IsText(pair.PeekTag()))
            {
                var text = pair.ReadCharacterString((UniversalTagNumber)pair.PeekTag().TagValue).Trim();
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, Lower(Spaces().Replace(text, " ")));
            }
            else
            {
                writer.WriteEncodedValue(pair.ReadEncodedValue().Span);
            }
        }
    }

    private static bool IsText(Asn1Tag tag) => (UniversalTagNumber)tag.TagValue is UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString
        or UniversalTagNumber.T61String or UniversalTagNumber.IA5String or UniversalTagNumber.BMPString or UniversalTagNumber.VisibleString;

    private static string Lower(string text) => string.Concat(text.Select(letter => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter));

    [GeneratedRegex(@"[ \t\n\v\f\r]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
