using System.Globalization;

namespace Regent.Core.Targets;

/// <summary>How a target is reached, as an administrator set it: a text for each setting its kind has.</summary>
public sealed class TargetSettings(IReadOnlyDictionary<string, string> values)
{
    /// <summary>Nothing is set.</summary>
    public static TargetSettings None { get; } = new(new Dictionary<string, string>());

    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>The text of a setting; null when it is not set or blank.</summary>
    public string? this[string name] => values.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>The lines of a setting that holds several things, without blank ones.</summary>
    public IReadOnlyList<string> Lines(string name) =>
        this[name]?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Whether a setting that is on or off is on.</summary>
    public bool IsOn(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole number; null when it is not set or none.</summary>
    public int? Number(string name) =>
        int.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The same with these in the place of theirs.</summary>
    public TargetSettings With(IEnumerable<KeyValuePair<string, string>> others)
    {
        var all = new Dictionary<string, string>(values);
        foreach (var (name, text) in others)
        {
            all[name] = text;
        }

        return new TargetSettings(all);
    }
}
