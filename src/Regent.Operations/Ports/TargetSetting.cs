namespace Regent.Operations.Ports;

/// <summary>One setting of a kind of target.</summary>
/// <param name="Name">Its name in files and calls, in camel case.</param>
/// <param name="Label">Its name on pages.</param>
/// <param name="Help">What to put there, in a sentence.</param>
public sealed record TargetSetting(string Name, string Label, string Help)
{
    public TargetSettingKind Kind { get; init; }

    /// <summary>Whether the target cannot do without.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What counts when it is not set; null is nothing.</summary>
    public string? Default { get; init; }

    /// <summary>What can be chosen, where it is a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
