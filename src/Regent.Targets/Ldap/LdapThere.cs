using System.DirectoryServices.Protocols;

namespace Regent.Targets.Ldap;

/// <summary>An entry that is there, by its key.</summary>
/// <param name="Key">Names the entry for as long as it exists.</param>
/// <param name="Entry">What was read of it.</param>
internal sealed record LdapThere(string Key, SearchResultEntry Entry)
{
    public string Name => Entry.DistinguishedName;
}
