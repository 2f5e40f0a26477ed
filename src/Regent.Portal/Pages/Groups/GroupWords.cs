using Regent.Core.Principals;

namespace Regent.Portal.Pages.Groups;

/// <summary>The words for groups.</summary>
internal static class GroupWords
{
    /// <summary>What is special about a group; null for nothing.</summary>
    public static string? DetailOf(Principal group) => group.IsRoleAssignable ? "Role-assignable" : null;
}
