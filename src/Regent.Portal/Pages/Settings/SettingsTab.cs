using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Settings;

/// <summary>The tabs of a role's settings, as they stand in the address.</summary>
internal static class SettingsTab
{
    public const string Activation = "activation";
    public const string Assignment = "assignment";
    public const string Notifications = "notifications";

    /// <summary>The tabs in their order.</summary>
    public static IReadOnlyList<TabItem> All { get; } =
        [new(Activation, "Activation"), new(Assignment, "Assignment"), new(Notifications, "Notifications")];

    /// <summary>The tab of that name; the first for anything else.</summary>
    public static string Of(string? name) => name is Assignment or Notifications ? name : Activation;
}
