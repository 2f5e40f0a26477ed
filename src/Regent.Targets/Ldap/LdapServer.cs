namespace Regent.Targets.Ldap;

/// <summary>One server of a directory.</summary>
/// <param name="Host">Its name or address, as its certificate names it.</param>
/// <param name="Port">Its port.</param>
/// <param name="StartsEncrypted">Whether TLS is there from the first byte (<c>ldaps</c>); else StartTLS comes before the password.</param>
internal sealed record LdapServer(string Host, int Port, bool StartsEncrypted)
{
    /// <summary>Reads <c>ldaps://host:port</c> or <c>ldap://host:port</c>; null when it is neither.</summary>
    public static LdapServer? Read(string line)
    {
        if (!Uri.TryCreate(line, UriKind.Absolute, out var address) || address.Host.Length == 0 || address.PathAndQuery.Trim('/').Length > 0
            || address.UserInfo.Length > 0)
        {
            return null;
        }

        return address.Scheme switch
        {
            "ldaps" => new LdapServer(address.Host, address.Port > 0 ? address.Port : 636, StartsEncrypted: true),
            "ldap" => new LdapServer(address.Host, address.Port > 0 ? address.Port : 389, StartsEncrypted: false),
            _ => null,
        };
    }

    public override string ToString() => $"{(StartsEncrypted ? "ldaps" : "ldap")}://{Host}:{Port}";
}
