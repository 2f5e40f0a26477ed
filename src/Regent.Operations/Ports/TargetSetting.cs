namespace Regent.Operations.Ports;

/// <summary>One setting of a kind of target.</summary>
/// <param name="Name">Its name in files and calls, in camel case.</param>
/// <param name="Label">Its name on pages.</param>
/// <param name="Help">What to put there, in a sentence.</param>
public sealed record TargetSetting(string Name, string Label, string Help)
{
    private readonly TargetSettingSays? says;

    public TargetSettingKind Kind { get; init; }

    /// <summary>Whether the target cannot do without.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What counts when it is not set; null is nothing.</summary>
    public string? Default { get; init; }

    /// <summary>What can be chosen, where it is a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>
    /// What it says about where the target is. Whatever is written out or chosen says both where and to whom unless the kind knows better: who
    /// adds a setting and forgets this has administrators asked once too often, and nothing stranded.
    /// </summary>
    public TargetSettingSays Says
    {
        get => says ?? (Kind is TargetSettingKind.Text or TargetSettingKind.Lines or TargetSettingKind.Choice
            ? TargetSettingSays.Where | TargetSettingSays.Whom
            : TargetSettingSays.How);
        init => says = value;
    }
}
