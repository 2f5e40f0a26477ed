using System.Globalization;
using System.Text;

namespace Regent.Targets.Ldap;

/// <summary>What can be told from distinguished names alone.</summary>
internal static class LdapNames
{
    /// <summary>Whether a text can be sent as a name: the client library ends texts at a NUL, and no text at all names the server itself.</summary>
    public static bool IsFit(string name) => !string.IsNullOrWhiteSpace(name) && !name.Contains('\0');

    /// <summary>The value of a name's first part, if that is of this attribute and the name is below this place; null when not.</summary>
    public static string? FirstValue(string name, string attribute, string place)
    {
        if (!name.StartsWith(attribute + "=", StringComparison.OrdinalIgnoreCase) || !name.EndsWith("," + place, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var end = attribute.Length + 1;
        while (end < name.Length && name[end] is not ',' and not '+')
        {
            end += name[end] == '\\' ? 2 : 1;
        }

        return Unescape(name[(attribute.Length + 1)..Math.Min(end, name.Length)]);
    }

    private static string Unescape(string value)
    {
        var escaped = Encoding.UTF8.GetBytes(value).AsSpan();
        var plain = new List<byte>(escaped.Length);
        for (var place = 0; place < escaped.Length; place++)
        {
            if (escaped[place] != '\\' || place + 1 == escaped.Length)
            {
                plain.Add(escaped[place]);
            }
            else if (Hex(escaped[(place + 1)..Math.Min(place + 3, escaped.Length)]) is { } hex)
            {
                plain.Add(hex);
                place += 2;
            }
            else
            {
                place++;
                plain.Add(escaped[place]);
            }
        }

        return Encoding.UTF8.GetString([.. plain]);
    }

    private static byte? Hex(ReadOnlySpan<byte> digits) =>
        digits.Length == 2 && byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
