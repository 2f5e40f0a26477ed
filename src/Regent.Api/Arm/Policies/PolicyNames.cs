using System.Security.Cryptography;
using System.Text;
using Regent.Core.Roles;

namespace Regent.Api.Arm.Policies;

/// <summary>Names of policies: ids made of the role and the scope, so that they need not be kept.</summary>
internal static class PolicyNames
{
    // A version 8 id of RFC 9562, which leaves the content to whoever makes it.
    public static Guid Of(RoleDefinitionId role, Scope scope)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"policy\n{role}\n{scope.Value.ToUpperInvariant()}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The name of the link between a role and its policy.</summary>
    public static string Link(RoleDefinitionId role, Scope scope) => $"{Of(role, scope)}_{role}";

    /// <summary>The role at the end of the name of a link; null when it is none.</summary>
    public static RoleDefinitionId? RoleIn(string link, Scope scope) =>
        link.Split('_') is [_, var role] && Guid.TryParseExact(role, "D", out var id)
        && Link(new RoleDefinitionId(id), scope).Equals(link, StringComparison.OrdinalIgnoreCase)
            ? new RoleDefinitionId(id)
            : null;
}
