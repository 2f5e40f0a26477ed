using System.Globalization;

namespace Regent.Targets.Ldap;

/// <summary>
/// Where a reading ended: up to which change, on which server. Changes are numbered by each server of Active Directory for itself, and told
/// by their time elsewhere; another server cannot say what changed since.
/// </summary>
/// <param name="Server">The server that was read.</param>
/// <param name="Mark">The last change that was seen.</param>
internal sealed record LdapBookmark(string Server, string Mark)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is nothing of that.</summary>
    public static LdapBookmark? Read(string? text) => text?.Split(' ') is [{ Length: > 0 } server, { Length: > 0 } mark] ? new LdapBookmark(server, mark) : null;

    /// <summary>What changed since. A time has room for more changes, so its own are read again.</summary>
    public string ChangedSince(bool isActiveDirectory) => isActiveDirectory && long.TryParse(Mark, CultureInfo.InvariantCulture, out var number)
        ? $"(uSNChanged>={number + 1})"
        : $"(modifyTimestamp>={Mark})";

    public override string ToString() => $"{Server} {Mark}";
}
