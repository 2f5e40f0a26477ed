using Regent.Core.Roles;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>What one can be in a group, as Graph says it.</summary>
internal static class AccessId
{
    private const string Member = "member";
    private const string Owner = "owner";

    public static string Of(RoleDefinitionId role) => role == GroupRoles.Owner ? Owner : Member;

    /// <summary>Reads it in any letter case; null when it is neither.</summary>
    public static RoleDefinitionId? Read(string text) => text switch
    {
        _ when text.Equals(Member, StringComparison.OrdinalIgnoreCase) => GroupRoles.Member,
        _ when text.Equals(Owner, StringComparison.OrdinalIgnoreCase) => GroupRoles.Owner,
        _ => null,
    };
}
