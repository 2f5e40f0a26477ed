using System.Globalization;
using System.Text;

namespace Regent.Core.Targets;

/// <summary>Reads a distinguished name part by part.</summary>
internal sealed class NameReader(string text)
{
    private const string Ends = ",;+";
    private const string Oid = "OID.";

    // OCTET STRING, UTF8String, PrintableString and IA5String.
    private static readonly byte[] Texts = [0x04, 0x0C, 0x13, 0x16];

    /// <summary>Where it has got to.</summary>
    public int Place { get; private set; }

    public bool IsAtEnd => Place == text.Length;

    /// <summary>Steps over one of these; false when there is something else.</summary>
    public bool Goes(char on, char or)
    {
        var goes = Place < text.Length && (text[Place] == on || text[Place] == or);
        Place += goes ? 1 : 0;
        return goes;
    }

    /// <summary>Reads a part, to what separates it from the next; null when it is none.</summary>
    public NamePart? ReadPart()
    {
        var values = new List<(string Attribute, string Value)>();
        do
        {
            if (ReadAttribute() is not { } attribute || ReadValue() is not { } value)
            {
                return null;
            }

            values.Add((attribute, value));
        }
        while (Goes(on: '+', or: '+'));

        return new NamePart(values);
    }

    private string? ReadAttribute()
    {
        var end = text.IndexOf('=', Place);
        if (end < 0)
        {
            return null;
        }

        var name = text[Place..end].Trim(' ');
        name = name.StartsWith(Oid, StringComparison.OrdinalIgnoreCase) ? name[Oid.Length..] : name;
        Place = end + 1;
        return name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.') ? name : null;
    }

    private string? ReadValue()
    {
        SkipSpaces();
        return Place == text.Length ? "" : text[Place] switch
        {
            '"' => ReadQuoted(),
            '#' => ReadEncoded(),
            _ => ReadPlain(),
        };
    }

    private string? ReadPlain()
    {
        var value = new List<byte>();
        var kept = 0;
        while (Place < text.Length && !Ends.Contains(text[Place]))
        {
            // Only spaces that nobody escaped may be left out at the end.
            var isSpace = text[Place] == ' ';
            if (text[Place] == '"' || !ReadLetter(value))
            {
                return null;
            }

            kept = isSpace ? kept : value.Count;
        }

        return Encoding.UTF8.GetString([.. value[..kept]]);
    }

    private string? ReadQuoted()
    {
        var value = new List<byte>();
        for (Place++; Place < text.Length && text[Place] != '"';)
        {
            if (!ReadLetter(value))
            {
                return null;
            }
        }

        var isClosed = Place < text.Length;
        Place += isClosed ? 1 : 0;
        SkipSpaces();
        return isClosed && (IsAtEnd || Ends.Contains(text[Place])) ? Encoding.UTF8.GetString([.. value]) : null;
    }

    // The bytes of a value as ASN.1 has them, of which texts of a usual length can be read.
    private string? ReadEncoded()
    {
        var end = text.AsSpan(Place).IndexOfAny(Ends);
        var digits = text[(Place + 1)..(end < 0 ? text.Length : Place + end)].TrimEnd(' ');
        Place = end < 0 ? text.Length : Place + end;
        if (digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var bytes = Convert.FromHexString(digits);
        return bytes.Length >= 2 && Texts.Contains(bytes[0]) && bytes[1] == bytes.Length - 2 && bytes[1] < 128 ? Encoding.UTF8.GetString(bytes[2..]) : null;
    }

    // A letter, an escaped one, or a byte of one as two hexadecimal digits; false for an escape of nothing.
    private bool ReadLetter(List<byte> value)
    {
        var isEscaped = text[Place] == '\\';
        Place += isEscaped ? 1 : 0;
        if (IsAtEnd)
        {
            return false;
        }

        if (isEscaped && Hex() is { } hex)
        {
            value.Add(hex);
            Place += 2;
            return true;
        }

        var length = char.IsHighSurrogate(text[Place]) && Place + 1 < text.Length ? 2 : 1;
        value.AddRange(Encoding.UTF8.GetBytes(text, Place, length));
        Place += length;
        return true;
    }

    private byte? Hex() => Place + 2 <= text.Length
        && byte.TryParse(text.AsSpan(Place, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;

    private void SkipSpaces()
    {
        while (Place < text.Length && text[Place] == ' ')
        {
            Place++;
        }
    }
}
