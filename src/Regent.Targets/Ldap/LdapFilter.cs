using System.Globalization;
using System.Text;

namespace Regent.Targets.Ldap;

/// <summary>Search filters in which names are data.</summary>
internal static class LdapFilter
{
    /// <summary>Exactly this value of an attribute.</summary>
    public static string Is(string attribute, string value) => $"({attribute}={Escape(value)})";

    /// <summary>Any of these values of an attribute.</summary>
    public static string IsAnyOf(string attribute, IEnumerable<string> values) => $"(|{string.Concat(values.Select(value => Is(attribute, value)))})";

    /// <summary>Both; a filter that is not there demands nothing.</summary>
    public static string Both(string filter, string? other) => other is null ? filter : $"(&{other}{filter})";

    /// <summary>Whether a text is one filter and nothing after it, so that it cannot change the meaning of what stands around it.</summary>
    public static bool IsWhole(string text)
    {
        var depth = 0;
        for (var place = 0; place < text.Length; place++)
        {
            depth += text[place] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[place] == '\0' || depth < 0 || (depth == 0 && place < text.Length - 1))
            {
                return false;
            }
        }

        return depth == 0 && text.Length > 2;
    }

    // Everything but plain letters and digits is escaped, which is always allowed and leaves no character to think about.
    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var part in Encoding.UTF8.GetBytes(value))
        {
            _ = char.IsAsciiLetterOrDigit((char)part)
                ? escaped.Append((char)part)
                : escaped.Append('\\').Append(part.ToString("x2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}
