using Regent.Portal.Parts;

namespace Regent.Portal.Layout;

/// <summary>All places of the portal, in the order of the navigation.</summary>
internal static class Places
{
    private const string Tasks = "Tasks";
    private const string Manage = "Manage";
    private const string Activity = "Activity";

    /// <summary>Every place there is; who may open one is asked elsewhere.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new("/", "Dashboard", "", Glyphs.Dashboard),
        new("/my-roles", "My roles", Tasks, Glyphs.Role),
        new("/my-requests", "My requests", Tasks, Glyphs.Requests),
        new("/approve", "Approve requests", Tasks, Glyphs.Approve),
        new("/assignments", "Assignments", Manage, Glyphs.People),
        new("/settings", "Role settings", Manage, Glyphs.Settings),
        new("/audit", "Audit", Activity, Glyphs.Audit),
        new("/my-history", "My history", Activity, Glyphs.History),
        new("/mailbox", "Mailbox", Activity, Glyphs.Mail),
    ];
}
