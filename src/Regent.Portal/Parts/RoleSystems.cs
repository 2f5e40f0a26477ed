using Regent.Core.Assignments;
using Regent.Core.Roles;

namespace Regent.Portal.Parts;

/// <summary>The role systems as tabs, the same on every page that has them.</summary>
public static class RoleSystems
{
    /// <summary>The tabs.</summary>
    public static IReadOnlyList<TabItem> Tabs { get; } =
        [new("directory", "Directory roles"), new("groups", "Groups"), new("resources", "Resources")];

    /// <summary>The tabs of the role systems in which somebody sees what others hold, anywhere.</summary>
    public static IReadOnlyList<TabItem> ReadBy(Authority authority) => [.. Tabs.Where(tab => !authority.ReadIn(Of(tab.Name)).IsNowhere)];

    /// <summary>The system a tab is about; directory roles for anything else.</summary>
    public static RoleSystem Of(string? tab) => tab switch
    {
        "groups" => RoleSystem.Groups,
        "resources" => RoleSystem.Resources,
        _ => RoleSystem.Directory,
    };

    /// <summary>The tab a system is on; null for the first.</summary>
    public static string? TabOf(RoleSystem system) => system switch
    {
        RoleSystem.Groups => "groups",
        RoleSystem.Resources => "resources",
        RoleSystem.Directory => null,
    };
}
