using Regent.Core.Targets;

namespace Regent.Targets.Ldap;

/// <summary>What can be told from distinguished names alone.</summary>
internal static class LdapNames
{
    /// <summary>Compares names as directories do: however they are spelt.</summary>
    public static StringComparer Same { get; } = TargetKind.Ldap.Names();

    /// <summary>Whether a text can be sent as a name: the client library ends texts at a NUL, and no text at all names the server itself.</summary>
    public static bool IsFit(string name) => !string.IsNullOrWhiteSpace(name) && !name.Contains('\0');

    /// <summary>The value of a name's first part, if that is of this attribute and the name is below this place; null when not.</summary>
    public static string? FirstValue(string name, string attribute, string place) =>
        DistinguishedName.Read(name) is { } read && DistinguishedName.Read(place) is { } above && read.IsBelow(above) ? read.FirstValue(attribute) : null;
}
