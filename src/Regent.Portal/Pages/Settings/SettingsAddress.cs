using Regent.Core.Roles;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Settings;

/// <summary>Where the settings of roles are.</summary>
internal static class SettingsAddress
{
    /// <summary>Of all roles at a scope.</summary>
    public static string Of(Scope scope) => scope.System switch
    {
        RoleSystem.Directory => "/role-settings",
        _ => $"{Choice(scope.System)}&scope={Escaped(scope)}",
    };

    /// <summary>Of one role at a scope.</summary>
    public static string Of(RoleDefinitionId role, Scope scope) =>
        scope == Scope.Tenant ? $"/role-settings/{role}" : $"/role-settings/{role}?scope={Escaped(scope)}";

    /// <summary>Where a group or a scope of resources is chosen.</summary>
    public static string Choice(RoleSystem system) => $"/role-settings?system={RoleSystems.TabOf(system)}";

    private static string Escaped(Scope scope) => Uri.EscapeDataString(scope.Value).Replace("%2F", "/", StringComparison.Ordinal);
}
