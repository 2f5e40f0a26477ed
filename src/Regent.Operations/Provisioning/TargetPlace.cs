using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>
/// Which settings say where a target is. One that is not known here to say something else does: who adds a setting and forgets this page
/// has administrators asked once too often, and nothing stranded.
/// </summary>
public static class TargetPlace
{
    // Of the settings that are neither secrets, numbers nor switches, those that say how a target is reached and used.
    private static readonly HashSet<string> Ways =
    [
        "agent", "agentKey", "answers", "bindDn", "clientId", "database", "extensions", "groupsBase", "memberBy", "namespaces", "patch",
        "peopleFilter", "placeholder", "scope", "scopes", "signIn", "sourceAddresses", "user",
        "syncDepartment", "syncDisabledFilter", "syncDisplayName", "syncFilter", "syncGroupName", "syncGroupsFilter", "syncJobTitle", "syncMail", "syncUpn",
    ];

    // Those that say to whom secrets are shown, and not where access lands.
    private static readonly HashSet<string> Doors = ["authority", "caCertificates", "tokenUrl"];

    // Those that say where in the system access lands, and change nothing about who sees secrets.
    private static readonly HashSet<string> Rooms =
        ["accountAttribute", "accountsAre", "flavour", "groupsBy", "memberAttribute", "peopleBase", "usersBy"];

    // A number and a secret that are, or hold, an address.
    private const string Port = "port";
    private const string KubeConfig = "kubeconfig";

    /// <summary>The settings that differ and say where access lands: with others, what was given stays in another place.</summary>
    public static IReadOnlyList<TargetSetting> Moved(TargetDriver driver, TargetSettings before, TargetSettings after) =>
        Differing(driver, before, after, setting => setting.Name == KubeConfig || (SaysWhere(setting) && !Doors.Contains(setting.Name)));

    /// <summary>The settings that differ and say to whom secrets are shown.</summary>
    public static IReadOnlyList<TargetSetting> Redirected(TargetDriver driver, TargetSettings before, TargetSettings after) =>
        Differing(driver, before, after, setting => SaysWhere(setting) && !Rooms.Contains(setting.Name));

    /// <summary>Settings in a sentence.</summary>
    internal static string Words(IReadOnlyList<TargetSetting> settings) => string.Join(", ", settings.Select(setting => setting.Label));

    private static bool SaysWhere(TargetSetting setting) => setting.Kind switch
    {
        TargetSettingKind.Secret or TargetSettingKind.Switch => false,
        TargetSettingKind.Number => setting.Name == Port,
        TargetSettingKind.Text or TargetSettingKind.Lines or TargetSettingKind.Choice => !Ways.Contains(setting.Name),
    };

    private static IReadOnlyList<TargetSetting> Differing(
        TargetDriver driver, TargetSettings before, TargetSettings after, Func<TargetSetting, bool> counts) =>
        [.. driver.Settings.Where(setting => counts(setting) && !Lines(setting, before).SequenceEqual(Lines(setting, after)))];

    // What is not set is its default, and line ends are those of whoever wrote them.
    private static IReadOnlyList<string> Lines(TargetSetting setting, TargetSettings settings) =>
        settings.Lines(setting.Name) is [_, ..] lines ? lines : [setting.Default ?? ""];
}
