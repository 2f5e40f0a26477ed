namespace Regent.Core.Targets;

/// <summary>The name of an entry in a directory, which can be spelt in many ways: two spellings of one name have the same <see cref="Text"/>.</summary>
public sealed class DistinguishedName
{
    private readonly IReadOnlyList<NamePart> parts;

    private DistinguishedName(IReadOnlyList<NamePart> parts, string? above)
    {
        this.parts = parts;
        Above = above;
        Text = string.Join(',', parts.Select(part => part.Text));
    }

    /// <summary>The one spelling of the name by which it is compared; not for people to read.</summary>
    public string Text { get; }

    /// <summary>The name of the entry above, as it was spelt; null when there is none.</summary>
    public string? Above { get; }

    /// <summary>Reads a name as RFC 4514 writes it, or in the older ways that directories still take; null when it is none.</summary>
    public static DistinguishedName? Read(string text)
    {
        if (!text.Contains('='))
        {
            return null;
        }

        var reader = new NameReader(text);
        var parts = new List<NamePart>();
        string? above = null;
        do
        {
            above ??= parts.Count > 0 ? text[reader.Place..].Trim() : null;
            if (reader.ReadPart() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (reader.Goes(on: ',', or: ';'));

        return reader.IsAtEnd ? new DistinguishedName(parts, above) : null;
    }

    /// <summary>Whether this is the name of an entry somewhere below a place.</summary>
    public bool IsBelow(DistinguishedName place) =>
        parts.Count > place.parts.Count && parts.Skip(parts.Count - place.parts.Count).SequenceEqual(place.parts, NamePart.Same);

    /// <summary>The value that the first part has of an attribute; null when it has none.</summary>
    public string? FirstValue(string attribute) => parts[0].ValueOf(attribute);

    public override string ToString() => Text;
}
