using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets;

/// <summary>Reads the settings of a target one by one, and collects everything that is wrong with them.</summary>
/// <param name="settings">What an administrator set.</param>
/// <param name="known">The settings that there are, with their defaults.</param>
internal sealed class SettingReader(TargetSettings settings, IReadOnlyList<TargetSetting> known)
{
    private readonly List<Refusal> refusals = [];

    /// <summary>The text of a setting, or its default; empty when there is neither, which is wrong where one is required.</summary>
    public string Text(string name)
    {
        var setting = known.Single(one => one.Name == name);
        var text = settings[name] ?? setting.Default ?? "";
        if (setting.IsRequired && text == "")
        {
            Refuse(name, $"{setting.Label} is missing. {setting.Help}");
        }

        return text;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int least, int most)
    {
        var number = settings.With([new(name, Text(name))]).Number(name);
        if (number is null || number < least || number > most)
        {
            Refuse(name, $"{Label(name)} must be a whole number from {least} to {most}.");
        }

        return number ?? least;
    }

    /// <summary>How long one call to the target may take: the setting <c>timeoutSeconds</c>.</summary>
    public TimeSpan Timeout() => TimeSpan.FromSeconds(Number("timeoutSeconds", least: 1, most: 300));

    /// <summary>Whether something is on.</summary>
    public bool IsOn(string name)
    {
        var text = Text(name);
        if (!bool.TryParse(text, out var on) && text != "")
        {
            Refuse(name, $"{Label(name)} must be true or false.");
        }

        return on;
    }

    /// <summary>The certificates of the authorities to be trusted, from PEM text; null when none is set.</summary>
    public X509Certificate2Collection? Certificates(string name)
    {
        if (settings[name] is not { } text)
        {
            return null;
        }

        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(text);
        }
        catch (CryptographicException)
        {
            certificates.Clear();
        }

        if (certificates.Count == 0)
        {
            Refuse(name, $"{Label(name)} must be certificates as PEM text, each between BEGIN CERTIFICATE and END CERTIFICATE.");
        }

        return certificates;
    }

    public void Refuse(string name, string message) => refusals.Add(new Refusal(RefusalCode.InvalidTarget, message) { Target = name });

    /// <summary>What was read, unless something was wrong.</summary>
    public Outcome<T> Outcome<T>(Func<T> options) => refusals is [] ? options() : refusals.ToArray();

    private string Label(string name) => known.Single(one => one.Name == name).Label;
}
