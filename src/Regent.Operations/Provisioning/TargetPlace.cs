using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>What changes about where a target is when its settings change.</summary>
public static class TargetPlace
{
    /// <summary>The settings that differ and say where access lands: with others, what was given stays in another place.</summary>
    public static IReadOnlyList<TargetSetting> Moved(TargetDriver driver, TargetSettings before, TargetSettings after) =>
        Differing(driver, before, after, TargetSettingSays.Where);

    /// <summary>The settings that differ and say to whom secrets are shown.</summary>
    public static IReadOnlyList<TargetSetting> Redirected(TargetDriver driver, TargetSettings before, TargetSettings after) =>
        Differing(driver, before, after, TargetSettingSays.Whom);

    /// <summary>Settings in a sentence.</summary>
    internal static string Words(IReadOnlyList<TargetSetting> settings) => string.Join(", ", settings.Select(setting => setting.Label));

    private static IReadOnlyList<TargetSetting> Differing(
        TargetDriver driver, TargetSettings before, TargetSettings after, TargetSettingSays what) =>
        [.. driver.Settings.Where(setting => setting.Says.HasFlag(what) && !Lines(setting, before).SequenceEqual(Lines(setting, after)))];

    // What is not set is its default, and line ends are those of whoever wrote them.
    private static IReadOnlyList<string> Lines(TargetSetting setting, TargetSettings settings) =>
        settings.Lines(setting.Name) is [_, ..] lines ? lines : [setting.Default ?? ""];
}
