using Regent.Operations.Ports;

namespace Regent.Targets;

/// <summary>Settings that are one of several, and those that are needed because of another one.</summary>
internal static class SettingChoices
{
    /// <summary>A setting that is one of several; the first is meant when it is not set.</summary>
    public static TargetSetting Of(string name, string label, string help, params string[] choices) =>
        new(name, label, help) { Kind = TargetSettingKind.Choice, Choices = choices, Default = choices[0] };

    public static string Choice(this SettingReader reader, IEnumerable<TargetSetting> known, string name)
    {
        var (setting, text) = (known.Single(one => one.Name == name), reader.Text(name));
        if (!setting.Choices.Contains(text))
        {
            reader.Refuse(name, $"{setting.Label} must be one of: {string.Join(", ", setting.Choices)}.");
        }

        return text;
    }

    /// <summary>A text that is needed because of another setting.</summary>
    public static string Needed(this SettingReader reader, string name, string because)
    {
        var text = reader.Text(name);
        if (text == "")
        {
            reader.Refuse(name, $"This is needed {because}.");
        }

        return text;
    }
}
