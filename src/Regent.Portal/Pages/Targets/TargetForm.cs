using System.Globalization;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;

namespace Regent.Portal.Pages.Targets;

/// <summary>What is filled in to add a target or to change how it is reached. What is wrong is said by the operation, field by field.</summary>
public sealed class TargetForm
{
    private readonly Dictionary<string, string> settings;

    /// <summary>Begins anew, with what is usual for the kind.</summary>
    public TargetForm(TargetDriver driver)
    {
        Driver = driver;
        Accounts = TargetWords.UsualAccounts(driver.Kind);
        settings = driver.Settings.ToDictionary(setting => setting.Name, setting => setting.Default ?? "");
    }

    /// <summary>Begins with a target as it is; its secrets are never shown again.</summary>
    public TargetForm(TargetDriver driver, Target target)
        : this(driver)
    {
        (Name, Accounts, Version) = (target.Name, target.Accounts.Value, target.Version);
        SweepMinutes = target.SweepEvery.TotalMinutes.ToString("0", CultureInfo.InvariantCulture);
        foreach (var (name, value) in target.Settings.Values)
        {
            settings[name] = value;
        }
    }

    public TargetDriver Driver { get; }

    public string Name { get; set; } = "";

    public string Accounts { get; set; }

    public string SweepMinutes { get; set; } = Target.DefaultSweepEvery.TotalMinutes.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>The version it began with; null for a new one.</summary>
    public int? Version { get; }

    public bool IsNew => Version is null;

    /// <summary>Whether it is said to be the same system under another address.</summary>
    public bool HasMoved { get; set; }

    /// <summary>What is filled in for a setting.</summary>
    public string this[TargetSetting setting]
    {
        get => settings.GetValueOrDefault(setting.Name, "");
        set => settings[setting.Name] = value;
    }

    /// <summary>What is wrong with the minutes, which the operation never gets to see.</summary>
    public IReadOnlyList<string> SweepErrors => Sweep is null
        ? [$"Fill in a whole number of minutes from {Target.ShortestSweepEvery.TotalMinutes:0} to {Target.LongestSweepEvery.TotalMinutes:0}."]
        : [];

    /// <summary>The target as it is filled in.</summary>
    public TargetAsk Ask => new(Name, Driver.Kind, Accounts, new Dictionary<string, string>(settings)) { SweepEvery = Sweep, Version = Version, HasMoved = HasMoved };

    private TimeSpan? Sweep => int.TryParse(SweepMinutes.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
        && TimeSpan.FromMinutes(Math.Min(minutes, 1_000_000)) is var every && every >= Target.ShortestSweepEvery && every <= Target.LongestSweepEvery
            ? every
            : null;

    /// <summary>The settings that say where a target is, and are filled in otherwise than they are.</summary>
    public IReadOnlyList<string> Moved(Target target) =>
        [.. TargetPlace.Moved(Driver, target.Settings, new TargetSettings(settings)).Select(setting => setting.Label)];

    /// <summary>What the operation said about one field.</summary>
    public static IReadOnlyList<string> Errors(IReadOnlyList<Refusal> refusals, string field) =>
        [.. refusals.Where(refusal => refusal.Target == field).Select(refusal => refusal.Message)];

    /// <summary>What the operation said that is about no field of the form.</summary>
    public IReadOnlyList<Refusal> Elsewhere(IReadOnlyList<Refusal> refusals) =>
        [.. refusals.Where(refusal => refusal.Target is not ("name" or "accounts" or "sweepEvery" or "moved") && Driver.Settings.All(one => one.Name != refusal.Target))];
}
