namespace Regent.Targets.Ldap;

/// <summary>An account as it stands in a group.</summary>
/// <param name="Value">The value of the member attribute: a DN, or a uid.</param>
/// <param name="Added">The value by which it is added, where that is another one.</param>
internal sealed record LdapMember(string Value, string? Added = null)
{
    /// <summary>The value to add for a member, until an end where there is one and the directory knows ends.</summary>
    public string AddedUntil(TimeSpan? remaining) => remaining is { } time
        ? $"<TTL={(long)Math.Max(1, Math.Ceiling(time.TotalSeconds))},{Added ?? Value}>"
        : Added ?? Value;
}
