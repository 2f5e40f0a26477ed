using System.Text;

namespace Regent.Core.Targets;

/// <summary>One part of a distinguished name: the values of one or more attributes, in no order.</summary>
internal sealed class NamePart
{
    /// <summary>Compares parts as directories do.</summary>
    public static readonly IEqualityComparer<NamePart> Same = EqualityComparer<NamePart>.Create(
        (one, other) => string.Equals(one?.Text, other?.Text, StringComparison.Ordinal), part => part.Text.GetHashCode(StringComparison.Ordinal));

    // The one that cannot be composed with anything.
    private const char NoLetter = '\uFFFE';

    // What RFC 4514 and its forerunners call the same attribute.
    private static readonly Dictionary<string, string> Attributes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["2.5.4.3"] = "CN",
        ["commonName"] = "CN",
        ["2.5.4.4"] = "SN",
        ["surname"] = "SN",
        ["2.5.4.6"] = "C",
        ["countryName"] = "C",
        ["2.5.4.7"] = "L",
        ["localityName"] = "L",
        ["2.5.4.8"] = "ST",
        ["stateOrProvinceName"] = "ST",
        ["2.5.4.9"] = "STREET",
        ["streetAddress"] = "STREET",
        ["2.5.4.10"] = "O",
        ["organizationName"] = "O",
        ["2.5.4.11"] = "OU",
        ["organizationalUnitName"] = "OU",
        ["0.9.2342.19200300.100.1.1"] = "UID",
        ["userid"] = "UID",
        ["0.9.2342.19200300.100.1.25"] = "DC",
        ["domainComponent"] = "DC",
    };

    private readonly IReadOnlyList<(string Attribute, string Value)> values;

    public NamePart(IReadOnlyList<(string Attribute, string Value)> values)
    {
        this.values = values;
        Text = string.Join('+', values.Select(one => $"{Called(one.Attribute)}={Plain(one.Value)}").Order(StringComparer.Ordinal));
    }

    /// <summary>The one spelling by which parts are compared.</summary>
    public string Text { get; }

    public string? ValueOf(string attribute)
    {
        var called = Called(attribute);
        return values.Where(one => Called(one.Attribute) == called).Select(one => one.Value).FirstOrDefault();
    }

    private static string Called(string attribute) => Attributes.GetValueOrDefault(attribute) ?? attribute.ToUpperInvariant();

    // Letter case, the way a letter is composed, and how many spaces there are make no difference to directories.
    private static string Plain(string value)
    {
        var plain = new StringBuilder(value.Length);
        var composed = value.Contains(NoLetter) ? value : value.Normalize(NormalizationForm.FormKC);
        foreach (var letter in composed.ToUpperInvariant().Trim(' '))
        {
            if (letter != ' ' || plain[^1] != ' ')
            {
                _ = ",+=;\\\"#<>".Contains(letter) ? plain.Append('\\').Append(letter) : plain.Append(letter);
            }
        }

        return plain.ToString();
    }
}
