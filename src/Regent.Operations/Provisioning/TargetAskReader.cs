using System.Globalization;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>Makes a target of what was asked, with its secrets locked, or says all that is wrong with it.</summary>
public sealed class TargetAskReader(TargetDrivers drivers, ISecretBox secrets)
{
    private const int LongestSetting = 20_000;

    /// <summary>The target as it is to be.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="before">The target as it is; null when it is new.</param>
    /// <param name="ask">What is asked.</param>
    public Outcome<Target> Read(TargetId id, Target? before, TargetAsk ask)
    {
        if (KindFlaw(before, ask) is { } flaw)
        {
            return flaw;
        }

        var driver = drivers.Of(ask.Kind);
        Refusal[] flaws =
        [
            .. Flaws(ask, driver),
            .. ask.Settings.Keys.Where(name => driver.Settings.All(one => one.Name != name))
                .Select(name => Flaw(name, $"{driver.Name} has no setting {name}.")),
            .. driver.Settings.SelectMany(setting => Flaws(setting, ask, before)),
        ];
        if (flaws.Length > 0 || !AccountTemplate.TryParse(ask.Accounts, out var accounts))
        {
            return flaws;
        }

        var read = Changed(before ?? new Target(id, "", ask.Kind, accounts, TargetSettings.None, TargetState.New), ask, accounts) with
        {
            Settings = Settings(driver, ask, before),
        };
        return before is not null && Untyped(driver, before, read.Settings, ask).ToArray() is { Length: > 0 } untyped ? untyped : read;
    }

    // A secret that is kept must not go where whoever asks does not have it from.
    private static IEnumerable<Refusal> Untyped(TargetDriver driver, Target before, TargetSettings after, TargetAsk ask)
    {
        var redirected = TargetPlace.Redirected(driver, before.Settings, after);
        return driver.Settings
            .Where(setting => redirected.Count > 0 && setting.Kind == TargetSettingKind.Secret && before.Settings[setting.Name] is not null && IsBlank(setting, ask))
            .Select(setting => Flaw(
                setting.Name, $"Type it again: {TargetPlace.Words(redirected)} changed, and {setting.Label} is shown only to whom it was typed in for."));
    }

    private static bool IsBlank(TargetSetting setting, TargetAsk ask) => string.IsNullOrWhiteSpace(ask.Settings.GetValueOrDefault(setting.Name));

    private static Target Changed(Target before, TargetAsk ask, AccountTemplate accounts) => before with
    {
        Name = ask.Name.Trim(),
        Accounts = accounts,
        Version = before.Version + 1,
        SweepEvery = ask.SweepEvery ?? before.SweepEvery,
    };

    private Refusal? KindFlaw(Target? before, TargetAsk ask) =>
        before is not null && before.Kind != ask.Kind ? Flaw("kind", "A target stays of its kind. Add another one instead.")
        : drivers.All.All(one => one.Kind != ask.Kind) ? Flaw("kind", $"This server has no targets of kind {ask.Kind}.")
        : null;

    private static Refusal Flaw(string member, string words) => new(RefusalCode.InvalidTarget, words) { Target = member };

    private static IEnumerable<Refusal> Flaws(TargetAsk ask, TargetDriver driver)
    {
        if (string.IsNullOrWhiteSpace(ask.Name) || !NameText.IsFit(ask.Name))
        {
            yield return Flaw("name", $"The name is one line of 1 to {NameText.Longest} letters.");
        }

        if (!AccountTemplate.TryParse(ask.Accounts, out _))
        {
            yield return Flaw(
                "accounts", $"Say how {driver.AccountMeans} is made of {{upn}}, {{name}}, {{domain}}, {{mail}} or {{id}}, such as {{name}}.");
        }

        if (ask.SweepEvery < Target.ShortestSweepEvery || ask.SweepEvery > Target.LongestSweepEvery)
        {
            yield return Flaw(
                "sweepEvery", $"Sweeps are {Target.ShortestSweepEvery.TotalMinutes:0} minutes to {Target.LongestSweepEvery.TotalDays:0} days apart.");
        }
    }

    private static IEnumerable<Refusal> Flaws(TargetSetting setting, TargetAsk ask, Target? before)
    {
        var text = ask.Settings.GetValueOrDefault(setting.Name)?.Trim() ?? "";
        var isKept = setting.Kind == TargetSettingKind.Secret && before?.Settings[setting.Name] is not null;
        if (text.Length == 0)
        {
            return setting.IsRequired && setting.Default is null && !isKept ? [Flaw(setting.Name, $"{setting.Label} is missing. {setting.Help}")] : [];
        }

        var isFit = text.Length <= LongestSetting && setting.Kind switch
        {
            TargetSettingKind.Number => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0,
            TargetSettingKind.Switch => bool.TryParse(text, out _),
            TargetSettingKind.Choice => setting.Choices.Contains(text),
            TargetSettingKind.Text => !text.Any(char.IsControl),
            _ => true,
        };
        return isFit ? [] : [Flaw(setting.Name, Demand(setting))];
    }

    private static string Demand(TargetSetting setting) => setting.Kind switch
    {
        TargetSettingKind.Number => $"{setting.Label} is a whole number above zero.",
        TargetSettingKind.Switch => $"{setting.Label} is true or false.",
        TargetSettingKind.Choice => $"{setting.Label} is one of {string.Join(", ", setting.Choices)}.",
        TargetSettingKind.Text => $"{setting.Label} is one line without control characters.",
        _ => $"{setting.Label} is longer than {LongestSetting} letters.",
    };

    private TargetSettings Settings(TargetDriver driver, TargetAsk ask, Target? before) => new(driver.Settings
        .Select(setting => KeyValuePair.Create(setting.Name, Text(setting, ask, before))).Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
        .ToDictionary(pair => pair.Key, pair => pair.Value!));

    private string? Text(TargetSetting setting, TargetAsk ask, Target? before) =>
        (setting.Kind, ask.Settings.GetValueOrDefault(setting.Name)?.Trim()) switch
        {
            (TargetSettingKind.Secret, null or "") => before?.Settings[setting.Name],
            // What is typed as it was is the same secret, and not one that may say something else.
            (TargetSettingKind.Secret, var secret) => before?.Settings[setting.Name] is { } locked && secrets.Open(locked) == secret ? locked : secrets.Lock(secret),
            (_, var text) => text,
        };
}
