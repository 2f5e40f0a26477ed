using System.Text.Json;
using System.Xml;
using Regent.Core;
using Regent.Core.Policies;

namespace Regent.Server.Commands;

/// <summary>One setting of a policy file: how it is called, what it may be, and how it is read and shown.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Permitted">What it may be.</param>
/// <param name="Put">Puts a value into settings; null when the value is not permitted.</param>
/// <param name="Show">What it is in settings, for people.</param>
internal sealed record PolicySetting(
    string Name, string Permitted, Func<JsonElement, ActivationSettings, ActivationSettings?> Put, Func<ActivationSettings, string> Show)
{
    private const string Approvers = "approvers";
    private const string YesOrNo = "true or false";

    /// <summary>Every setting that activations depend on.</summary>
    public static IReadOnlyList<PolicySetting> All { get; } =
    [
        new(
            "maximumDuration", "30 minutes to 24 hours in steps of 30 minutes, such as \"PT4H\" or \"4h\"",
            (value, settings) => Length(value) is { } length ? Sound(settings with { MaximumDuration = length }) : null,
            settings => RuleFact.Of("", settings.MaximumDuration).Value),
        Switch("requiresJustification", (settings, on) => settings with { RequiresJustification = on }, settings => settings.RequiresJustification),
        Switch("requiresTicket", (settings, on) => settings with { RequiresTicket = on }, settings => settings.RequiresTicket),
        Switch("requiresMfa", (settings, on) => settings with { RequiresMfa = on }, settings => settings.RequiresMfa),
        new(
            "authenticationContext", "null, or \"c1\" to \"c99\"",
            (value, settings) => value.ValueKind switch
            {
                JsonValueKind.Null => settings with { AuthenticationContext = null },
                JsonValueKind.String => Sound(settings with { AuthenticationContext = value.GetString(), RequiresMfa = false }) is null
                    ? null
                    : settings with { AuthenticationContext = value.GetString() },
                _ => null,
            },
            settings => settings.AuthenticationContext ?? "none"),
        Switch("requiresApproval", (settings, on) => settings with { RequiresApproval = on }, settings => settings.RequiresApproval),
        new(
            Approvers, "a list of sign-in names, names of groups, or ids, each in quotes",
            (value, settings) => Texts(value) is null ? null : settings,
            settings => settings.Approvers.Count == 0 ? "none named" : string.Join(", ", settings.Approvers)),
    ];

    /// <summary>The change a member of the file makes; null, and a problem more, when it cannot be read.</summary>
    public static Func<ActivationSettings, ActivationSettings>? Read(JsonProperty member, List<string> problems)
    {
        if (All.FirstOrDefault(setting => setting.Name == member.Name) is not { } known)
        {
            problems.Add($"settings.{member.Name} is not known. There are {string.Join(", ", All.Select(setting => setting.Name))}.");
            return null;
        }

        var value = member.Value.Clone();
        if (known.Put(value, new ActivationSettings()) is null)
        {
            problems.Add($"settings.{member.Name} is {known.Permitted}.");
            return null;
        }

        return settings => known.Put(value, settings)!;
    }

    /// <summary>The approvers that the settings name; null where they name none.</summary>
    public static IReadOnlyList<string>? ApproversIn(IReadOnlyList<JsonProperty> settings) =>
        settings.Where(member => member.Name == Approvers).Select(member => Texts(member.Value)).LastOrDefault();

    private static PolicySetting Switch(
        string name, Func<ActivationSettings, bool, ActivationSettings> set, Func<ActivationSettings, bool> get) => new(
            name, YesOrNo,
            (value, settings) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? set(settings, value.GetBoolean()) : null,
            settings => RuleFact.Of("", get(settings)).Value);

    private static ActivationSettings? Sound(ActivationSettings settings) => settings.Check().Any(problem => problem.Code == RefusalCode.InvalidPolicy) ? null : settings;

    private static TimeSpan? Length(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var text = value.GetString()!;
        try
        {
            return text.StartsWith('P') ? XmlConvert.ToTimeSpan(text) : Lifetime.Read(text, ActivationSettings.LargestMaximum);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or MisuseException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string>? Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(one => one.GetString()!)]
            : null;
}
