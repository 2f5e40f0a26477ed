using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Portal.Parts;

namespace Regent.Portal.Layout;

/// <summary>All places of the portal, in the order of the navigation.</summary>
internal static class Places
{
    private const string Tasks = "Tasks";
    private const string Manage = "Manage";
    private const string Activity = "Activity";

    private static readonly Place[] All =
    [
        new("/", "Dashboard", "", Glyphs.Dashboard),
        new("/my-roles", "My roles", Tasks, Glyphs.Role),
        new("/my-requests", "My requests", Tasks, Glyphs.Requests),
        new("/approve", "Approve requests", Tasks, Glyphs.Approve) { Waiting = overview => overview.ToDecideCount },
        new("/extensions", "Extend or renew", Tasks, Glyphs.History) { OnlyFor = overview => overview.Authority.MayManage || overview.ToExtendCount > 0, Waiting = overview => overview.ToExtendCount },
        new("/assignments", "Assignments", Manage, Glyphs.People) { OnlyFor = ReadersOf(Enum.GetValues<RoleSystem>()) },
        new("/resources", "Resources", Manage, Glyphs.ManagementGroup) { OnlyFor = ReadersOf(RoleSystem.Resources) },
        new("/groups", "Groups", Manage, Glyphs.Group) { OnlyFor = ReadersOf(RoleSystem.Groups) },
        new("/administrative-units", "Administrative units", Manage, Glyphs.Unit) { OnlyFor = ReadersOf(RoleSystem.Directory) },
        new("/roles", "Roles", Manage, Glyphs.Eligible) { OnlyFor = MayMakeRoles },
        new("/role-settings", "Role settings", Manage, Glyphs.Settings) { OnlyFor = ReadersOf(Enum.GetValues<RoleSystem>()) },
        new("/targets", "Targets", Manage, Glyphs.Target) { OnlyFor = Readers },
        new("/alerts", "Alerts", Manage, Glyphs.Warning) { OnlyFor = Readers },
        new("/apps", "App registrations", Manage, Glyphs.Apps) { OnlyFor = overview => Readers(overview) || overview.Authority.MayRegister(actsForItself: false) },
        new("/audit", "Audit", Activity, Glyphs.Audit) { OnlyFor = Readers },
        new("/my-history", "My history", Activity, Glyphs.History),
        new("/mailbox", "Mailbox", Activity, Glyphs.Mail) { OnlyFor = overview => overview.HasMailbox },
    ];

    /// <summary>The places somebody may open; before it is known what they may do, those that are open to everybody.</summary>
    public static IReadOnlyList<Place> Open(Overview? overview) =>
        [.. All.Where(place => place.OnlyFor is null || (overview is not null && place.OnlyFor(overview)))];

    // Who sees what others hold, anywhere in one of these role systems.
    private static Func<Overview, bool> ReadersOf(params RoleSystem[] systems) =>
        overview => systems.Any(system => !overview.Authority.ReadIn(system).IsNowhere);

    private static bool MayMakeRoles(Overview overview) =>
        Readers(overview) || Enum.GetValues<RoleSystem>().Any(overview.Authority.MayMakeRolesOf);

    private static bool Readers(Overview overview) => overview.Authority.MayRead;
}
